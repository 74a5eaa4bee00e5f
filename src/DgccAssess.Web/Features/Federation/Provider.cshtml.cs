using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenIddict.Abstractions;
using OpenIddict.Client.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Federation;

/// <summary>Leads to the identity provider: to sign in, or to prove afresh who one is.</summary>
[AllowAnonymous]
[FederationEndpoint]
public sealed class ProviderModel(TimeProvider clock, MessageText text, Links links) : PageModel
{
    /// <summary>Shown where nobody can be led anywhere.</summary>
    public string Problem => text.Of(new Problem("", FederationMessages.Unreachable));

    public async Task<IActionResult> OnGetAsync(string? returnUrl, bool confirm, CancellationToken ct)
    {
        var (session, target) = (HttpContext.Features.Get<SessionState>(), Url.IsLocalUrl(returnUrl) ? returnUrl : null);
        if (confirm && session is null) return LocalRedirect(links.SignIn(target));
        if (!await HttpContext.Features.Get<SpaceFederation>()!.AnswersAsync(ct))
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        var asked = new AuthenticationProperties { RedirectUri = links.Home() };
        asked.Items[ProviderAnswer.ReturnUrl] = target;
        asked.Items[ProviderAnswer.AskedAt] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (confirm)
        {
            asked.Items[ProviderAnswer.Session] = session!.Id.ToString();
            asked.SetParameter(Parameters.Prompt, PromptValues.Login);
            asked.SetParameter(Parameters.MaxAge, 0);
        }

        return Challenge(asked, OpenIddictClientAspNetCoreDefaults.AuthenticationScheme);
    }
}
