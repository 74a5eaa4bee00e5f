using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Accounts;

/// <summary>The language switch: remembers the choice in a cookie and returns to the page.</summary>
[AllowAnonymous]
[WhileSuspended]
public sealed class LanguageModel(SpaceView view, Links links) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(links.Home());

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (language is null || !view.Languages.Contains(language)) return BadRequest();

        Response.Cookies.Append(Languages.Cookie, language, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = Request.PathBase.HasValue ? Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        });
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : links.Home());
    }
}
