using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Connect;

/// <summary>A program asks to act for the person who is signed in; the provider has checked the request. The person allows it, or doesn't.</summary>
[Authorize(Policy = Policies.SignedIn)]
[ConnectEndpoint]
[LeadsToClient]
public sealed class AuthorizeModel(AllowClient allow, TokenPrincipals principals, CurrentAccount account, SpaceDbContext db, TimeProvider clock, Links links) : PageModel
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public ApiClient Client { get; private set; } = null!;
    public IReadOnlyList<string> Asked { get; private set; } = [];
    public string PersonName { get; private set; } = "";

    /// <summary>The request again, for the form that answers it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; private set; } = [];

    public string ReturnsTo => new Uri(Protocol.RedirectUri!).Host;

    private OpenIddictRequest Protocol => HttpContext.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("No request of the protocol.");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (await IsStaleAsync(ct)) return Protocol.HasPromptValue(PromptValues.None) ? Refuse(Codes.LoginRequired) : Redirect(links.Confirm(WithoutLoginPrompt()));

        // A program on a device is anybody who says so: there the person is asked each time (RFC 8252 section 8.6).
        var allowed = Client.Kind is ApiClientKind.Device || Protocol.HasPromptValue(PromptValues.Consent) ? null : await allow.FindAsync(Client, Asked, ct);
        if (allowed is { } grant) return await AnswerAsync(grant, ct);
        if (Protocol.HasPromptValue(PromptValues.None)) return Refuse(Codes.ConsentRequired);
        PersonName = (await account.GetAsync()).DisplayName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? answer, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (answer != "allow") return Refuse(Codes.AccessDenied);
        var result = await allow.HandleAsync(new AllowClientCommand(Client.ClientId!, Asked), ct);
        return result.Succeeded ? await AnswerAsync(result.Value, ct) : Refuse(Codes.AccessDenied);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Client = await db.ApiClients.AsNoTracking().SingleAsync(c => c.ClientId == Protocol.ClientId, ct);
        Asked = [.. Protocol.GetScopes()];
        Parameters = [.. Protocol.GetParameters().Where(p => p.Key != "answer" && !p.Key.StartsWith("__", StringComparison.Ordinal)).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value ?? ""))];
    }

    private async Task<IActionResult> AnswerAsync(Guid grant, CancellationToken ct)
    {
        var proof = new TokenProof(await ProvedAtAsync(ct), HttpContext.Features.Get<SessionState>()!.SecondFactor);
        var principal = await principals.OfPersonAsync(await account.GetAsync(), Asked, proof, ct);
        principal.SetAuthorizationId(grant.ToString());
        return SignIn(principal, Scheme);
    }

    /// <summary>The program wants a proof of identity that is newer than the one there is.</summary>
    private async Task<bool> IsStaleAsync(CancellationToken ct)
    {
        // An age of nothing asks the same as the prompt does, and nobody comes back from a proof within no time.
        if (Protocol.HasPromptValue(PromptValues.Login) || Protocol.MaxAge is 0) return !await HasJustProvedAsync(ct);
        return Protocol.MaxAge is { } seconds && clock.UtcNow - await ProvedAtAsync(ct) > TimeSpan.FromSeconds(seconds);
    }

    private async Task<bool> HasJustProvedAsync(CancellationToken ct) => clock.UtcNow - await ProvedAtAsync(ct) < TimeSpan.FromSeconds(5);

    private Task<DateTime> ProvedAtAsync(CancellationToken ct)
    {
        var session = HttpContext.Features.Get<SessionState>()!.Id;
        return db.SignInSessions.Where(s => s.Id == session).Select(s => s.ConfirmedAt).SingleAsync(ct);
    }

    private string WithoutLoginPrompt()
    {
        var query = Request.Query.Where(q => q.Key != OpenIddictConstants.Parameters.Prompt).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        return $"{Request.PathBase}{Request.Path}{QueryString.Create(query)}";
    }

    private ForbidResult Refuse(string error) => Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }), Scheme);
}
