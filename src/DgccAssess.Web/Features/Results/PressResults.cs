using DgccAssess.Core.Features.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Results;

internal static class PressResults
{
    /// <summary>The file, or 304 where the reader has it. Kept by the reader alone and asked for again each time: access may end.</summary>
    public static IActionResult ResultFile(this PageModel page, ResultFile file, string contentType, ContentDispositionHeaderValue? disposition = null)
    {
        page.Response.Headers.CacheControl = "private, no-cache";
        page.Response.Headers.Vary = "Cookie, Accept-Language";
        if (disposition is not null) page.Response.Headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(file.Content, contentType) { EntityTag = new EntityTagHeaderValue($"\"{file.Tag}\"") };
    }

    /// <summary>The page behind the file says that it can't be made now.</summary>
    public static IActionResult PressUnavailable(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        page.Response.Headers.RetryAfter = "30";
        return page.Page();
    }
}
