using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Reads the answer's few fields straight from the form. The general binder, which asks five sources for every field, costs an autosave as much as its writes.</summary>
public sealed class AnswerInputBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var http = bindingContext.HttpContext;
        if (http.Request.HasFormContentType) bindingContext.Result = ModelBindingResult.Success(Read(await http.Request.ReadFormAsync(http.RequestAborted)));
    }

    private static AnswerInput Read(IFormCollection form) => new()
    {
        Version = int.TryParse(Text(form, nameof(AnswerInput.Version)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
        Criteria = [.. form["Input.Criteria"].OfType<string>()],
        Facts = Facts(form),
        Analysis = Text(form, nameof(AnswerInput.Analysis)),
        Level = Text(form, nameof(AnswerInput.Level)),
        Subject = Text(form, nameof(AnswerInput.Subject)),
    };

    /// <summary>Rows in order, up to the first that the form does not have.</summary>
    private static List<FactInput> Facts(IFormCollection form)
    {
        var facts = new List<FactInput>();
        while (Fact(form, $"{nameof(AnswerInput.Facts)}[{facts.Count.ToString(CultureInfo.InvariantCulture)}].") is { } fact) facts.Add(fact);
        return facts;
    }

    private static FactInput? Fact(IFormCollection form, string row)
    {
        string[] cells = [row + nameof(FactInput.Document), row + nameof(FactInput.Number), row + nameof(FactInput.Article), row + nameof(FactInput.Page)];
        return Array.Exists(cells, cell => form.ContainsKey("Input." + cell))
            ? new FactInput { Document = Text(form, cells[0]), Number = Text(form, cells[1]), Article = Text(form, cells[2]), Page = Text(form, cells[3]) }
            : null;
    }

    /// <summary>Null for an empty field, as everywhere else.</summary>
    private static string? Text(IFormCollection form, string field) => form["Input." + field] is [{ Length: > 0 } text, ..] ? text : null;
}
