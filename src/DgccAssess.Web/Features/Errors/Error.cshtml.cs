using System.Diagnostics;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Errors;

/// <summary>Words of the error pages.</summary>
public sealed class ErrorsWords;

[AllowAnonymous]
[WithoutSpace]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(IStringLocalizer<ErrorsWords> words, SpaceView view) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500, 503];

    public int Status { get; private set; }
    public string Title => IsSuspended ? words["Suspended.Title"] : words[$"{Key}.Title"];
    public string Text => Deletion is { } day ? words["Suspended.Deletion", day] : IsSuspended ? words["Suspended.Text"] : words[$"{Key}.Text"];

    private bool IsSuspended => Status is 503 && view.IsSuspended;
    private string? Deletion => IsSuspended && view.DeletionDueAt is { } due ? view.DateAndTime(due) : null;

    /// <summary>What to quote to the support contact; only for our own failures.</summary>
    public string? Reference => Status >= 500 && !IsSuspended ? Activity.Current?.Id ?? HttpContext.TraceIdentifier : null;

    private int Key => Known.Contains(Status) ? Status : Status >= 500 ? 500 : 400;

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        var handled = HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        // Asked for by its address it is a page that isn't there: nothing failed.
        Status = handled && Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound;
        if (handled && (Request.WantsJson() || Request.IsPartial() || Request.IsApi())) return Problem();
        Response.StatusCode = Status is >= 400 and < 600 ? Status : StatusCodes.Status404NotFound;
        return Page();
    }

    private ObjectResult Problem() => new(new ProblemDetails { Status = Status, Title = Title, Detail = Text })
    {
        StatusCode = Status,
        ContentTypes = { "application/problem+json" },
    };
}
