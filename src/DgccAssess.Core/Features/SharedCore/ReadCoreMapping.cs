using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.SharedCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>How an instrument of the space is mapped to the core.</summary>
/// <param name="Document">The newest version of the instrument, with its words.</param>
/// <param name="Proposal">What the product proposes; nothing is mapped where it proposes nothing.</param>
/// <param name="IsProposed">The product knows the instrument.</param>
/// <param name="Latest">The version in force; null where nobody approved one yet.</param>
public sealed record CoreMappingState(InstrumentDocument Document, MappingDocument Proposal, bool IsProposed, ApprovedMapping? Latest)
{
    public string Code => Document.Instrument.Code;

    /// <summary>Of the form; 0 where nothing was decided.</summary>
    public int Number => Latest?.Number ?? 0;

    /// <summary>It may be shared: approved, for the core as it is, and no draft.</summary>
    public bool IsInForce => Approved is { } approved && approved.Core == Proposal.Core && approved.CoreVersion == Proposal.CoreVersion && !approved.Mapping.Draft;

    public MappingDocument? Approved { get; } = Latest?.Content();

    /// <summary>What is shown and edited: the approved one, else the proposal.</summary>
    public MappingDocument Shown => Approved ?? Proposal;

    public IReadOnlySet<string> Indicators { get; } = Document.Instrument.Indicators().Select(node => node.Code).ToHashSet(StringComparer.Ordinal);
}

public sealed class ReadCoreMapping(TenantDbContext db, InstrumentLibrary instruments)
{
    /// <summary>Of every instrument the space holds, in the order of their codes.</summary>
    public async Task<IReadOnlyList<CoreMappingState>> AllAsync(CancellationToken ct)
    {
        var codes = await db.InstrumentVersions.Select(v => v.Code).Distinct().ToListAsync(ct);
        var found = new List<CoreMappingState>();
        foreach (var code in codes.Order(StringComparer.Ordinal)) found.Add((await FindAsync(code, ct))!);
        return found;
    }

    /// <returns>Null where the space holds no such instrument.</returns>
    public async Task<CoreMappingState?> FindAsync(string instrument, CancellationToken ct)
    {
        var newest = await db.InstrumentVersions.Where(v => v.Code == instrument).OrderByDescending(v => v.ImportedAt).ThenByDescending(v => v.Id).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        if (newest is not { } id) return null;
        var document = await instruments.GetAsync(id, ct);
        return new CoreMappingState(document, ProposalFor(instrument, document.Instrument.Draft), ShippedCore.Document.Proposals.ContainsKey(instrument), await LatestAsync(instrument, ct));
    }

    /// <summary>The approved mapping by which figures of the instrument may be shared; null: nothing of the core is.</summary>
    public async Task<(ApprovedMapping Version, MappingDocument Document)?> InForceAsync(string instrument, CancellationToken ct)
    {
        var core = ShippedCore.Document.Structure;
        return await LatestAsync(instrument, ct) is { } latest && latest.Content() is { Mapping.Draft: false } document && document.Core == core.Code && document.CoreVersion == core.Version
            ? (latest, document)
            : null;
    }

    public Task<ApprovedMapping?> LatestAsync(string instrument, CancellationToken ct) =>
        db.ApprovedMappings.AsNoTracking().Where(m => m.Instrument == instrument).OrderByDescending(m => m.Number).FirstOrDefaultAsync(ct);

    /// <summary>What the product proposes; nothing is mapped where it proposes nothing.</summary>
    /// <param name="instrument">Its code.</param>
    /// <param name="isDraft">Its criteria are not official.</param>
    internal static MappingDocument ProposalFor(string instrument, bool isDraft)
    {
        var core = ShippedCore.Document;
        if (core.Proposals.GetValueOrDefault(instrument) is not { } proposal)
        {
            var nothing = core.Structure.Questions.Select(code => new CoreRow { Question = code, Kind = CoreKind.None, Indicators = [] });
            return new MappingDocument(core.Structure.Code, core.Structure.Version, new CoreMapping { Instrument = instrument, Draft = isDraft, Rows = [.. nothing] }, new Dictionary<string, IReadOnlyDictionary<string, string>>());
        }

        var notes = core.Structure.Questions.ToDictionary(code => code, IReadOnlyDictionary<string, string> (code) => core.Languages
            .Where(language => core.Texts[language].ContainsKey(CoreKeys.Note(instrument, code)))
            .ToDictionary(language => language, language => core.Texts[language][CoreKeys.Note(instrument, code)], StringComparer.Ordinal), StringComparer.Ordinal);
        return new MappingDocument(core.Structure.Code, core.Structure.Version, proposal.Mapping with { Draft = proposal.Mapping.Draft || isDraft }, notes);
    }
}
