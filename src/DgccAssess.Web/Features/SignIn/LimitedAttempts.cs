using System.Globalization;
using System.Security.Claims;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>
/// How often a password or code may be tried: per account, and per network address with room for a ministry behind one address.
/// Beside the lockout of an account, which counts wrong ones only.
/// </summary>
public sealed class SignInLimits : IDisposable
{
    public const int PerAddress = 120;
    public const int PerAccount = 20;

    private static readonly TimeSpan AddressWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AccountWindow = TimeSpan.FromMinutes(10);

    private readonly RequestWindow addresses = new(PerAddress, AddressWindow);
    private readonly RequestWindow accounts = new(PerAccount, AccountWindow);

    /// <summary>Counts an attempt; answers how long to wait where it is one too many.</summary>
    /// <param name="spaceId">Where.</param>
    /// <param name="address">From where.</param>
    /// <param name="account">Whose; empty: nobody says. These must not be counted together: a few would shut out everybody.</param>
    public TimeSpan? Count(string spaceId, string address, string account) =>
        addresses.Count($"{spaceId} {address}") ?? (account.Length == 0 ? null : accounts.Count($"{spaceId} {account.ToUpperInvariant()}"));

    public void Dispose()
    {
        addresses.Dispose();
        accounts.Dispose();
    }
}

/// <summary>Posts to the page are counted; too many get 429 and the time to wait.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttemptsAttribute : Attribute, IAsyncResourceFilter
{
    private const int LongestKey = 256;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && await RefusalAsync(context.HttpContext) is { } refusal) context.Result = refusal;
        else await next();
    }

    public static async Task<IActionResult?> RefusalAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var account = http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? await TypedAsync(http) ?? await services.GetRequiredService<PendingSignIn>().AccountIdAsync() ?? "";
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (services.GetRequiredService<SignInLimits>().Count(services.GetRequiredService<SpaceContext>().Space.Id, address, account) is not { } wait) return null;

        SayWhen(http.Response, wait);
        return new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }

    public static void SayWhen(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static async Task<string?> TypedAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var typed = form["Input.Email"].ToString().Trim();
        if (typed.Length > 0) return typed[..Math.Min(typed.Length, LongestKey)];
        // Links of mails begin alike and end apart.
        var token = form["Token"].ToString();
        return token.Length is 0 ? null : token[Math.Max(0, token.Length - LongestKey)..];
    }
}
