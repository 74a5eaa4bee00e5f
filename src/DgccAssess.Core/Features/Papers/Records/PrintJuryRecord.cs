using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.Records;

/// <summary>The record of a category that a jury judged, for its members to sign: of the list as it was sealed.</summary>
public sealed class PrintJuryRecord(
    TenantDbContext db, SpaceInfo space, ReadSealedAward sealedAward, AwardShelf shelf, RankAwardRound rank, ReadJury jury, ReadScores scores, ReadPaperTenant tenants, PrintPaper print)
{
    private const int Decimals = 2;

    /// <returns>Null before the seal, or where no jury judged such a category.</returns>
    public async Task<(StoredAward Stored, SealedCategory Category)?> FindAsync(AwardRoundRef round, string category, CancellationToken ct)
    {
        if (await sealedAward.HandleAsync(round.Code, ct) is not { } stored) return null;
        var rules = (await shelf.GetAsync(round.AwardVersionId, ct)).Document.Award;
        return rules.Categories.Any(c => c.Code == category && c.Measure.HasJury) && stored.Award.Categories.FirstOrDefault(c => c.Code == category) is { } found ? (stored, found) : null;
    }

    /// <exception cref="Press.PressException">The press could not make it.</exception>
    public async Task<ResultFile> HandleAsync(AwardRoundRef round, StoredAward stored, SealedCategory category, string language, ReportVariant standard, CancellationToken ct)
    {
        var document = await BuildAsync(round, stored, category, language, ct);
        return await print.HandleAsync(
            new(new(PaperKind.JuryRecord, $"award-rounds/{round.Code}/{category.Code}/jury", stored.Hash), language, standard,
                (paper, look) => new PaperRequest<JuryRecordDocument>("jury-record", standard, document with { Register = paper.OnPaper(), Template = look }).ToPressRequest()), ct);
    }

    private async Task<JuryRecordDocument> BuildAsync(AwardRoundRef round, StoredAward stored, SealedCategory category, string language, CancellationToken ct)
    {
        var rules = (await shelf.GetAsync(round.AwardVersionId, ct)).Document;
        var ranked = (await rank.HandleAsync(round, ct)).Ranked;
        var (state, given) = (await jury.HandleAsync(round, ct), await scores.HandleAsync(round, ct));
        var prizes = category.Prizes.ToDictionary(p => p.Agency.Code, StringComparer.Ordinal);
        return new JuryRecordDocument
        {
            Locale = space.Settings.LocaleOf(language),
            Tenant = await tenants.HandleAsync(language, ct),
            IssuedOn = space.DayOf(stored.Award.SealedAt),
            Synthetic = ranked.Candidates.Agencies.Values.Any(a => a.Synthetic),
            Award = new(In(stored.Award.Award.Names, language), stored.Award.Round, In(category.Names, language)),
            Decimals = category.Decimals,
            Jurors = await JurorsAsync(state, language, ct),
            Criteria = Criteria(rules, language),
            Agreement = [.. state.Panels.Select(panel => Agreement(rules.Award.Jury!, panel, state, given))],
            Ranking = [.. ranked.Ranking.Categories.First(c => c.Category.Code == category.Code).Ranking.Select(r => new JuryRank(
                r.Rank, ranked.Candidates.Agencies[r.Code].Names.In(language), r.Published, prizes.TryGetValue(r.Code, out var prize) ? PrintCertificate.LevelOf(prize, language) ?? "✓" : null))],
            Decisions =
            [
                .. category.Prizes.Where(p => p.Departure is not null).Select(p => new JuryDecision(p.Departure!.Kind, In(p.Agency.Names, language), p.Departure.Reason)),
                .. category.Withheld.Select(w => new JuryDecision(w.Departure.Kind, In(w.Agency.Names, language), w.Departure.Reason)),
            ],
        };
    }

    private async Task<IReadOnlyList<JuryRecordJuror>> JurorsAsync(JuryState state, string language, CancellationToken ct)
    {
        var ids = state.Nominations.Select(n => n.Id).ToList();
        var reasons = await db.Recusals.AsNoTracking().Where(r => ids.Contains(r.NominationId)).ToDictionaryAsync(r => (r.NominationId, r.JurorId), r => r.Reason, ct);
        return [.. state.Jurors.Select(juror => new JuryRecordJuror(juror.Name,
        [
            .. state.SeatsOf(juror.Id).Where(s => s.State is SeatState.Recused)
                .Select(s => new JuryRecordRecusal(s.Nomination.Names.In(language), reasons.GetValueOrDefault((s.Nomination.Id, juror.Id)))),
        ]))];
    }

    private static IReadOnlyList<JuryRecordCriterion> Criteria(AwardDocument rules, string language)
    {
        var all = rules.Award.Jury!.Criteria.Sum(c => c.Weight);
        return [.. rules.Award.Jury.Criteria.Select(c => new JuryRecordCriterion(rules.NameOf(AwardNameKeys.Criterion(c.Code), c.Code, language), Math.Round(c.Weight * 100 / all, Decimals)))];
    }

    private static JuryRecordAgreement Agreement(Jury rules, JuryPanel panel, JuryState state, IReadOnlyList<OpenScore> given)
    {
        var agreement = rules.AgreementOf(panel, state, given);
        return new(panel.Name, agreement.Jurors, Rounded(agreement.Concordance), Rounded(agreement.MeanDifference));
    }

    private static decimal? Rounded(decimal? value) => value is { } known ? Math.Round(known, Decimals, MidpointRounding.AwayFromZero) : null;

    private static string In(IReadOnlyDictionary<string, string> names, string language) => new LocalizedText(names).In(language);
}
