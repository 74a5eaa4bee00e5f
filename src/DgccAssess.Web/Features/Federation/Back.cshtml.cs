using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Federation;

/// <summary>Where the provider sends people back to. What it said was checked on the way here; whether it lets somebody in, the space's settings say.</summary>
[AllowAnonymous]
[FederationEndpoint]
public sealed class BackModel(
    ProviderAnswer answer, SpaceScopes scopes, SpaceContext context, UserManager<Account> accounts, SignInSessions sessions, PendingSignIn pending, OpenSession open, SpaceFederations federations,
    MessageText text, Links links) : PageModel
{
    /// <summary>What was in the way; null: a fresh proof was given, and nobody said where to go on.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var read = await answer.ReadAsync();
        if (!read.Succeeded)
        {
            // Perhaps the provider has new keys. Invented answers must not make us ask it again and again.
            if (answer.IsToOurQuestion) federations.Forget(context.Space);
            return Refuse(read);
        }

        return read.Value!.Session is { } session ? await ConfirmAsync(read.Value, session, ct) : await SignInAsync(read.Value, ct);
    }

    private async Task<IActionResult> SignInAsync(Answered answered, CancellationToken ct)
    {
        // In a scope of its own: whoever is signed in here already has no part in it.
        var admitted = await scopes.RunAsync(context.Space, services =>
        {
            services.GetRequiredService<ActorContext>().Set(Actor.Program("identity provider"));
            return services.GetRequiredService<AdmitOfficial>().HandleAsync(answered.Official, ct);
        });
        if (!admitted.Succeeded) return Refuse(admitted);

        var account = (await accounts.FindByIdAsync(admitted.Value.ToString()))!;
        if (account.TwoFactorEnabled && !answered.SecondFactor)
        {
            await pending.StartAsync(account, fromProvider: true);
            return LocalRedirect(links.SecondStep(answered.ReturnUrl));
        }

        await open.HandleAsync(account, answered.SecondFactor ? SignInMethod.IdentityProviderWithSecondFactor : SignInMethod.IdentityProvider);
        return LocalRedirect(answered.ReturnUrl is { } returnUrl && Url.IsLocalUrl(returnUrl) ? returnUrl : links.Home());
    }

    /// <summary>A fresh proof for a sign-in that lasts: of the same person, in the same browser.</summary>
    private async Task<IActionResult> ConfirmAsync(Answered answered, Guid asked, CancellationToken ct)
    {
        if (HttpContext.Features.Get<SessionState>() is not { } session || session.Id != asked) return Refuse(Result.Invalid("", FederationMessages.Unusable));
        var person = await accounts.FindByLoginAsync(context.Space.Settings.IdentityProvider!.Issuer, FederationRules.KeyOf(answered.Official.Subject));
        if (person?.Id != session.AccountId) return Refuse(Result.Invalid("", FederationMessages.OtherPerson));
        if (!FederationRules.IsFresh(answered.ProvedAt, answered.AskedAt)) return Refuse(Result.Invalid("", FederationMessages.NotFresh));

        await sessions.ConfirmAsync(session.Id, answered.SecondFactor, ct);
        return answered.ReturnUrl is { } returnUrl && Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : Page();
    }

    private PageResult Refuse(Result result)
    {
        Problem = text.Of(result.Problems[0]);
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
