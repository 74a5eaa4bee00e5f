using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>Which of the offered formats the caller likes best; the first one where none is named.</summary>
public static class Accepted
{
    /// <returns>Null when the caller takes none of them (406).</returns>
    public static string? Of(HttpRequest request, IReadOnlyList<string> offered)
    {
        if (request.Headers.Accept.Count == 0) return offered[0];
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted)) return null;
        return offered.Select((type, i) => (Type: type, Order: i, Quality: QualityOf(type, wanted)))
            .Where(o => o.Quality > 0).OrderByDescending(o => o.Quality).ThenBy(o => o.Order).Select(o => o.Type).FirstOrDefault();
    }

    // The most specific range speaks: text/csv;q=0 refuses CSV although */* takes everything.
    private static double QualityOf(string type, IList<MediaTypeHeaderValue> wanted)
    {
        var offered = new MediaTypeHeaderValue(type);
        var range = wanted.Where(offered.IsSubsetOfIgnoringQuality).OrderByDescending(w => w.MatchesAllTypes ? 0 : w.MatchesAllSubTypes ? 1 : 2).FirstOrDefault();
        return range is null ? 0 : range.Quality ?? 1;
    }

    private static bool IsSubsetOfIgnoringQuality(this MediaTypeHeaderValue offered, MediaTypeHeaderValue wanted) =>
        wanted.MatchesAllTypes
        || (offered.Type.Equals(wanted.Type, StringComparison.OrdinalIgnoreCase)
            && (wanted.MatchesAllSubTypes || offered.SubType.Equals(wanted.SubType, StringComparison.OrdinalIgnoreCase)));
}
