using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Features.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure;

public static class SignIn
{
    /// <summary>Time for the second step, or for the device to answer with a passkey.</summary>
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(ConnectSchemes.Default)
            .AddPolicyScheme(ConnectSchemes.Default, displayName: null, o => o.ForwardDefaultSelector = ConnectSchemes.SchemeFor)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureSession)
            .AddCookie(PendingSignIn.Scheme, o => ConfigureStep(o, "dgcc.step."))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => ConfigureStep(o, "dgcc.passkey."));
        services.AddIdentityCore<Account>().AddSignInManager().AddClaimsPrincipalFactory<SpaceClaimsFactory>();
        services.Configure<SecurityStampValidatorOptions>(o => o.OnRefreshingPrincipal = KeepSession);
        services.Configure<IdentityPasskeyOptions>(o => (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required"));
        services.AddOptions<SignInSettings>().BindConfiguration("SignIn")
            .Validate<IHostEnvironment>(
                (options, environment) => options.SecondFactor is SecondFactorDemand.Required || !environment.IsProduction(),
                "SignIn:SecondFactor=Optional is for trying the product on a machine of one's own; it is refused in production.")
            .ValidateOnStart();
        return services
            .AddSingleton<SecondFactorPolicy>().AddSingleton<SignInLimits>()
            .AddScoped<PasswordSignIn>().AddScoped<PendingSignIn>().AddScoped<OpenSession>().AddScoped<ConfirmIdentity>().AddScoped<CurrentAccount>()
            .AddSpaceBoundDataProtection();
    }

    private static void ConfigureSession(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.AccessDeniedPath = "/errors/403";
        options.ReturnUrlParameter = "returnUrl";
        // How long it really lasts, the session's record says.
        options.ExpireTimeSpan = SessionRules.AbsoluteTimeout;
        options.SlidingExpiration = false;
        ConfigureCookie(options, SpaceCookies.Prefix);
        options.Events.OnValidatePrincipal = ValidateSessionAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // Scripts and programs get the status, people the page.
            if (context.Request.IsApi()) context.Response.Headers.WWWAuthenticate = "Bearer";
            if (context.Request.IsPartial() || context.Request.IsApi()) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static void ConfigureStep(CookieAuthenticationOptions options, string prefix)
    {
        ConfigureCookie(options, prefix);
        (options.ExpireTimeSpan, options.SlidingExpiration) = (StepTime, false);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, string prefix)
    {
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new SpaceCookies(prefix);
    }

    private static async Task ValidateSessionAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var token = context.Principal?.FindFirstValue(SpaceClaims.Session);
        if (token is null || await http.RequestServices.GetRequiredService<FindSession>().HandleAsync(token, http.RequestAborted) is not { } session)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
            return;
        }

        http.Features.Set(session);
        if (IsStampDue(context)) await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is null) return;
        if (await http.RequestServices.GetRequiredService<FindRights>().HandleAsync(session.AccountId, http.RequestAborted) is { } rights)
        {
            if (CurrentRights.Apply(context.Principal, rights) is { } current) context.ReplacePrincipal(current);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>The validator asks the same, but is made with all of Identity first: a sixth of what a request costs before its page.</summary>
    private static bool IsStampDue(CookieValidatePrincipalContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value;
        return context.Properties.IssuedUtc is not { } issued || (options.TimeProvider ?? TimeProvider.System).GetUtcNow() - issued > options.ValidationInterval;
    }

    private static Task KeepSession(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(SpaceClaims.Session) is { } session) ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaim(session);
        return Task.CompletedTask;
    }
}

/// <summary>Puts into the cookie what every request needs: the space, the agency, the display name; permissions come with the roles.</summary>
public sealed class SpaceClaimsFactory(
    UserManager<Account> accounts, RoleManager<Role> roles, IOptions<IdentityOptions> options, SpaceContext context)
    : UserClaimsPrincipalFactory<Account, Role>(accounts, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(SpaceClaims.Space, context.Space.Id));
        identity.AddClaim(new(SpaceClaims.Name, user.DisplayName));
        if (user.AgencyId is { } agency) identity.AddClaim(new(SpaceClaims.Agency, agency.ToString()));
        return identity;
    }
}
