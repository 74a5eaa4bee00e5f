using DgccAssess.Core.Data;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Core;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace DgccAssess.Web.Features.Connect;

/// <summary>
/// A form on the page may end at a program that asked for the person: browsers hold form-action against every redirect that follows. The program's
/// address is let through if, and only if, it is one it registered.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeadsToClientAttribute : Attribute, IAsyncResourceFilter
{
    private const string ReturnUrl = "returnUrl";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (await TargetAsync(http) is { } target) http.AllowFormTarget(target);
        await next();
    }

    private static async Task<string?> TargetAsync(HttpContext http)
    {
        var (client, redirect) = await AskedAsync(http.Request);
        if (client is null || redirect is null || !Uri.TryCreate(redirect, UriKind.Absolute, out var uri)) return null;
        var services = http.RequestServices;
        var registered = await services.GetRequiredService<SpaceDbContext>().ApiClients.AsNoTracking().FirstOrDefaultAsync(c => c.ClientId == client && c.RevokedAt == null, http.RequestAborted);
        return registered is not null && await services.GetRequiredService<OpenIddictApplicationManager<Core.Features.Connect.ApiClient>>().ValidateRedirectUriAsync(registered, redirect, http.RequestAborted)
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
    }

    /// <summary>Client and redirect address of the request itself, or of the one it returns to.</summary>
    private static async Task<(string? Client, string? Redirect)> AskedAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        string? Named(string name) => form.TryGetValue(name, out var typed) ? typed.ToString() : request.Query[name].ToString();
        if (Named(ReturnUrl) is not { Length: > 0 } returnUrl) return (Named(Parameters.ClientId), Named(Parameters.RedirectUri));
        var at = returnUrl.IndexOf('?', StringComparison.Ordinal);
        var query = at < 0 ? [] : QueryHelpers.ParseQuery(returnUrl[at..]);
        return (query.GetValueOrDefault(Parameters.ClientId), query.GetValueOrDefault(Parameters.RedirectUri));
    }
}
