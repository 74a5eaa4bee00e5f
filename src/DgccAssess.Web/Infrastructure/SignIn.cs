using System.Security.Claims;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure;

public static class SignIn
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie);
        services.AddIdentityCore<Account>().AddSignInManager().AddClaimsPrincipalFactory<SpaceClaimsFactory>();
        return services.AddScoped<PasswordSignIn>().AddSpaceBoundDataProtection();
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.LoginPath = "/sign-in";
        options.LogoutPath = "/sign-out";
        options.AccessDeniedPath = "/errors/403";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new SpaceCookies();
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // Scripts get the status, people the page.
            if (context.Request.IsPartial()) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            else context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
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
