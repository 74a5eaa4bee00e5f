using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace DgccAssess.Web.Infrastructure;

/// <summary>One cookie of each kind per space, named after it: sessions in two spaces of one host live side by side and never mix.</summary>
public sealed class SpaceCookies(string prefix) : ICookieManager
{
    public const string Prefix = "dgcc.session.";

    /// <summary>Between the name of a cookie in pieces and the number of the piece; ids of spaces have no capitals.</summary>
    private const char PieceMark = 'C';

    private readonly ChunkingCookieManager inner = new();

    public static string NameOf(string spaceId) => Prefix + spaceId;

    /// <summary>The space's session, or a piece of a long one; the name of another space may begin alike.</summary>
    public static bool IsOf(string spaceId, string cookie) =>
        cookie.StartsWith(NameOf(spaceId), StringComparison.Ordinal) && (cookie.Length == NameOf(spaceId).Length || cookie[NameOf(spaceId).Length] is PieceMark);

    public string? GetRequestCookie(HttpContext context, string key) => SpaceOf(context) is { } space ? inner.GetRequestCookie(context, prefix + space) : null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, prefix + Required(context), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, prefix + Required(context), options);

    private static string? SpaceOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo?.Id;

    private static string Required(HttpContext context) => context.RequestServices.GetRequiredService<SpaceContext>().Space.Id;
}
