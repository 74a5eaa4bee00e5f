using System.Globalization;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <param name="Name">Name of the field as the form posts it.</param>
/// <param name="Id">Id of the element.</param>
/// <param name="Kind">Document, Number, Article or Page: also the key of its word.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record FactCell(string Name, string Id, string Kind, string? Value, string? Error)
{
    public string CssClass => "fact-" + Kind.ToLowerInvariant();
}

/// <summary>One row of the facts, on the page or as the template scripts copy.</summary>
public sealed record FactRow(string Index, IReadOnlyList<FactCell> Cells)
{
    private static readonly string[] Kinds = [nameof(FactInput.Document), nameof(FactInput.Number), nameof(FactInput.Article), nameof(FactInput.Page)];

    public static FactRow Template { get; } = new("__i__", [.. Kinds.Select(kind => Cell("__i__", kind, null, null))]);

    public bool IsTemplate => Index == Template.Index;

    /// <summary>Number of the row as people count.</summary>
    public string Number => IsTemplate ? "" : (int.Parse(Index, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.CurrentCulture);

    public string RemoveAction => IsTemplate ? AnswerAction.Stay : AnswerAction.RemoveFact(int.Parse(Index, CultureInfo.InvariantCulture));

    public int MaxLength => AnswerCheck.FactLength;

    public static FactRow Of(IndicatorModel page, int row)
    {
        var index = row.ToString(CultureInfo.InvariantCulture);
        var fact = row < page.Input.Facts.Count ? page.Input.Facts[row] : new FactInput();
        string?[] values = [fact.Document, fact.Number, fact.Article, fact.Page];
        return new FactRow(index, [.. Kinds.Zip(values, (kind, value) => Cell(index, kind, value, page.ModelState))]);
    }

    private static FactCell Cell(string index, string kind, string? value, ModelStateDictionary? state)
    {
        var name = $"Input.Facts[{index}].{kind}";
        // The id Razor gives to a field of this name, which the error summary links to.
        return new FactCell(name, $"Input_Facts_{index}__{kind}", kind, value, state?[name]?.Errors.FirstOrDefault()?.ErrorMessage);
    }
}
