using DgccAssess.Core.Data;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Infrastructure;

public static class PageResults
{
    /// <summary>Shows the page again with the problems in its error summary; what was typed is kept. 400, 404, 403 or 409 as the result says.</summary>
    public static IActionResult PageWithErrors(this PageModel page, Result result, string prefix = "Input")
    {
        var status = StatusOf(result.Kind);
        if (status is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden) return new StatusCodeResult(status);

        page.AddProblems(result, prefix);
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>The page with the model state's own errors, as 400.</summary>
    public static IActionResult InvalidPage(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    public static void AddProblems(this PageModel page, Result result, string prefix = "Input")
    {
        var text = page.HttpContext.RequestServices.GetRequiredService<MessageText>();
        foreach (var problem in result.Problems)
        {
            var field = problem.Field.Length == 0 ? "" : prefix.Length == 0 ? problem.Field : $"{prefix}.{problem.Field}";
            page.ModelState.AddModelError(field, text.Of(problem));
            page.HttpContext.ProblemFields().Add(field);
        }
    }

    /// <summary>Fields with problems in the order of the use case, which is the form's; the model state keeps none.</summary>
    public static List<string> ProblemFields(this HttpContext context)
    {
        if (context.Items[typeof(Problem)] is not List<string> fields) context.Items[typeof(Problem)] = fields = [];
        return fields;
    }

    public static int StatusOf(ResultKind kind) => kind switch
    {
        ResultKind.Ok => StatusCodes.Status200OK,
        ResultKind.Invalid => StatusCodes.Status400BadRequest,
        ResultKind.Conflict or ResultKind.Stale => StatusCodes.Status409Conflict,
        ResultKind.NotFound => StatusCodes.Status404NotFound,
        ResultKind.Forbidden => StatusCodes.Status403Forbidden,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of result"),
    };
}
