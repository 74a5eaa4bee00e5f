using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>Makes what Korea would see of a round at a level. The one place where the level is enforced: the preview and every publication come from here.</summary>
public sealed class BuildPayload(TenantDbContext db, InstrumentLibrary instruments, PublicResults open, ReadNational national, ReadCoreSummary cores, ReadAgreedPractices practices, ReadSealedAward awards)
{
    private static readonly DisclosureRule Rule = new();
    private static readonly AssessmentStatus[] Unsubmitted = [AssessmentStatus.Answering];
    private static readonly AssessmentStatus[] Unreviewed = [AssessmentStatus.Answering, AssessmentStatus.Submitted, AssessmentStatus.UnderReview];

    /// <param name="round">Its code.</param>
    /// <param name="level">What is shared.</param>
    /// <param name="ct">To stop.</param>
    /// <returns>Null where there is no such round.</returns>
    public async Task<SharedPayload?> HandleAsync(string round, SharingLevel level, CancellationToken ct)
    {
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(r => r.Code == round, ct) is not { } found) return null;

        var version = await instruments.GetAsync(found.InstrumentVersionId, ct);
        var hash = await db.InstrumentVersions.Where(v => v.Id == found.InstrumentVersionId).Select(v => v.Hash).SingleAsync(ct);
        var shelf = await open.ShelfAsync(ct);
        var shelved = shelf.Find(round);
        var document = shelved is null ? null : await OpenAsync(shelf, shelved, ct);
        var core = document is null || level < SharingLevel.National ? null : await cores.HandleAsync(round, document.TakenAt, document.Agencies.Select(a => a.Code).ToHashSet(StringComparer.Ordinal), ct);
        // What was said before may leave nothing that is safe to say now.
        var figures = document is null || level < SharingLevel.National ? null : new DisclosedFigures(document, version.Instrument, Rule, await EarlierAsync(found.Id, ct), level, core);
        if (figures is { IsExposed: true }) figures = null;
        var agencies = level >= SharingLevel.Agencies ? figures?.Agencies() : null;
        return new SharedPayload
        {
            Schema = SharedPayload.CurrentSchema,
            Partner = db.Space.Id,
            Country = db.Space.Settings.Country ?? "",
            Names = Sorted(db.Space.Settings.Names.Values),
            Round = round,
            Level = level,
            Synthetic = Round.IsDemonstration(round) || await IsSyntheticAsync(found.Id, ct),
            Participation = await ParticipationAsync(found, shelved?.PublicAt, ct),
            Instrument = Describe(version, hash),
            National = figures?.National(shelved!.Hash),
            Areas = level >= SharingLevel.Areas ? figures?.Areas() : null,
            Core = figures?.Core(),
            Agencies = agencies,
            Practices = await practices.HandleAsync(found.Id, agencies, ct),
            Awards = level >= SharingLevel.National ? await AwardsAsync(found.Id, ct) : null,
            Suppression = new SharedSuppression(Rule.Threshold, figures?.Hidden ?? 0),
        };
    }

    /// <summary>What everybody may see: an agency without consent is in no figure that could be laid beside the public list to give it back. Where nobody is named, all count and nobody is.</summary>
    private async Task<NationalDocument> OpenAsync(PublicShelf shelf, PublicRound round, CancellationToken ct) => await open.FindAsync(shelf, round, ct) ?? await national.DocumentAsync(round.Hash, ct);

    /// <summary>Numbers and dates, no results.</summary>
    private async Task<SharedParticipation> ParticipationAsync(Round round, DateTime? nationalAt, CancellationToken ct)
    {
        var states = await db.Assessments.Where(a => a.RoundId == round.Id).GroupBy(a => a.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        int Of(Func<AssessmentStatus, bool> which) => states.Where(s => which(s.Key)).Sum(s => s.Count);
        return new SharedParticipation(
            round.CycleType, Of(_ => true), Of(s => !Unsubmitted.Contains(s)), Of(s => !Unreviewed.Contains(s)), Of(s => s is AssessmentStatus.Published), round.AnswersDueAt, nationalAt);
    }

    private Task<bool> IsSyntheticAsync(Guid roundId, CancellationToken ct) =>
        db.Assessments.AnyAsync(a => a.RoundId == roundId && db.Agencies.Any(agency => agency.Id == a.AgencyId && agency.Synthetic), ct);

    /// <summary>What was said of the round before, withdrawn or not: whoever read it may remember it.</summary>
    private async Task<IReadOnlyList<SharedPayload>> EarlierAsync(Guid roundId, CancellationToken ct)
    {
        var earlier = await db.SharingPublications.Where(p => p.RoundId == roundId && p.Payload != null && p.Level >= SharingLevel.National).OrderBy(p => p.Sequence).Select(p => p.Payload!).ToListAsync(ct);
        return [.. earlier.Select(SharedJson.Read)];
    }

    private async Task<IReadOnlyList<SharedAward>> AwardsAsync(Guid roundId, CancellationToken ct)
    {
        List<SharedAward> shared = [];
        foreach (var code in await db.AwardRounds.Where(a => a.RoundId == roundId).OrderBy(a => a.Code).Select(a => a.Code).ToListAsync(ct))
        {
            if (await awards.PublicAsync(code, ct) is not { RevealAt: { } revealedAt } award) continue;
            shared.Add(new SharedAward(code, Sorted(award.Award.Award.Names), revealedAt, award.Award.Categories.Count, award.Award.Categories.Sum(c => c.Prizes.Count)));
        }

        return shared;
    }

    private static SharedInstrument Describe(InstrumentDocument version, string hash)
    {
        var instrument = version.Instrument;
        IReadOnlyDictionary<string, string> Texts(string key) => Sorted(version.Texts.Keys.ToDictionary(l => l, l => version.TextsIn(l).Of(key), StringComparer.Ordinal));
        return new SharedInstrument(
            instrument.Code, hash, Texts(TextKeys.Title), instrument.Rounding.Decimals,
            [.. instrument.Predicates.OrderBy(p => p.From).Select(p => new SharedPredicate(p.Code, Texts(TextKeys.Predicate(p.Code)), p.From, p.To))],
            [.. Groups(instrument.Nodes, 1).Select(n => new SharedNode(n.Node.Code, Texts(TextKeys.Name(n.Node.Code)), n.Depth))]);
    }

    /// <summary>Nodes that are no indicators, depth first: as the national result lists them.</summary>
    private static IEnumerable<(Node Node, int Depth)> Groups(IReadOnlyList<Node> nodes, int depth) =>
        nodes.Where(n => n.Indicator is null).SelectMany(n => Groups(n.Children, depth + 1).Prepend((n, depth)));

    /// <summary>In one order, so that the same names are the same text.</summary>
    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> names) => new(names.ToDictionary(), StringComparer.Ordinal);
}
