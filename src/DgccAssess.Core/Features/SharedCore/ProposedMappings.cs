using System.Collections.Concurrent;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>The mappings proposed for shipped instruments with their hashes. They come with the program and do not change while it runs, so each is made once.</summary>
internal static class ProposedMappings
{
    private static readonly ConcurrentDictionary<(string Instrument, bool IsDraft), Proposed> Made = new();

    /// <summary>Null: nothing is proposed for the instrument.</summary>
    public static Proposed? Of(string instrument, bool isDraft) =>
        ShippedCore.Document.Proposals.ContainsKey(instrument) ? Made.GetOrAdd((instrument, isDraft), static key => Make(key.Instrument, key.IsDraft)) : null;

    private static Proposed Make(string instrument, bool isDraft)
    {
        var document = ReadCoreMapping.ProposalFor(instrument, isDraft);
        return new Proposed(document, MappingDocument.HashOf(document.ToCanonicalJson()));
    }

    public sealed record Proposed(MappingDocument Document, string Hash);
}
