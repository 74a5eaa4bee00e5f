using DgccAssess.Core.Features.National;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <summary>Who is named in the national result of a round that everybody may see: nobody else's practice may be proposed.</summary>
public sealed class NamedAgencies(PublicResults open)
{
    /// <summary>The document; null where none is public, or it names nobody.</summary>
    public async Task<NationalDocument?> DocumentAsync(string round, CancellationToken ct)
    {
        var shelf = await open.ShelfAsync(ct);
        return shelf.Find(round) is { } shelved ? await open.FindAsync(shelf, shelved, ct) : null;
    }

    public async Task<bool> HoldAsync(string round, string agency, CancellationToken ct) =>
        await DocumentAsync(round, ct) is { } document && document.Agencies.Any(a => a.Consent && a.Code == agency);
}
