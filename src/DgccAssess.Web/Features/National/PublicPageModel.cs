using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.National;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.National;

/// <summary>Pages of published national results, open to everybody: kept by caches for minutes, and never past the end of an embargo.</summary>
[AllowAnonymous]
[PublicLimit]
public abstract class PublicPageModel(PublicResults results, ReadInstrument instruments, TimeProvider clock) : PageModel
{
    /// <summary>A correction is seen after so many seconds at the latest.</summary>
    private const int LongestSeconds = 300;

    // No nonce: a page that is kept would show the same one to everybody.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly string Build = typeof(PublicPageModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    protected PublicShelf Shelf { get; private set; } = new([], null);

    /// <summary>The round asked for; set where <see cref="FindAsync"/> found it.</summary>
    public NationalView View { get; private set; } = null!;

    public PublicRound Published { get; private set; } = null!;

    /// <summary>The shelf of the space; 304 where the reader has this very page.</summary>
    protected async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        Shelf = await results.ShelfAsync(ct);
        return Keep(string.Join(' ', Shelf.Rounds.Select(r => r.Hash)));
    }

    /// <returns>What to answer instead of the page: 404 where nothing is open, 304 where the reader has it.</returns>
    protected async Task<IActionResult?> FindAsync(string round, CancellationToken ct)
    {
        Shelf = await results.ShelfAsync(ct);
        if (Shelf.Find(round) is not { } published || await results.FindAsync(Shelf, published, ct) is not { } document) return NotFound();

        Published = published;
        View = NationalView.Of(document, isProvisional: false, await instruments.OfHashAsync(document.Instrument.Hash, ct)) with { IsPublic = true, IsOfTheNamed = PublicNational.IsOfTheNamed(document) };
        return Keep(string.Join(' ', Shelf.Rounds.Select(r => r.Hash)));
    }

    /// <summary>Tells caches how long; the tag is of everything the answer is made of.</summary>
    private StatusCodeResult? Keep(string content)
    {
        var left = Shelf.NextChangeAt is { } next ? Math.Clamp((int)Math.Floor((next - clock.UtcNow).TotalSeconds), 0, LongestSeconds) : LongestSeconds;
        var headers = Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromSeconds(left) };
        headers.ETag = new EntityTagHeaderValue($"\"{TagOf(content)}\"", isWeak: true);
        Response.Headers.Vary = "Accept-Language, Cookie";
        Response.Headers.ContentSecurityPolicy = Policy;
        return Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)) ? new StatusCodeResult(StatusCodes.Status304NotModified) : null;
    }

    private string TagOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', content, Request.PathBase + Request.Path + Request.QueryString, CultureInfo.CurrentUICulture.Name, Build))))[..32];
}
