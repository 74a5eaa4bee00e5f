using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Pages for everybody, which caches between may keep: nothing on them is for one person, and no form is on them.</summary>
public static class PublicPages
{
    private const string Mark = "IsPublic";

    /// <summary>Short, so that a change is seen within a minute; never for somebody signed in, whose name is on the page.</summary>
    public static void AllowCaching(this PageModel page)
    {
        if (page.User.Identity?.IsAuthenticated == true) return;
        page.ViewData[Mark] = true;
        page.Response.Headers.CacheControl = "public, max-age=60";
        page.Response.Headers.Vary = "Accept-Language, Cookie";
    }

    public static bool IsPublic(this Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary data) => data[Mark] is true;
}
