using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <summary>The office's word on one indicator.</summary>
public sealed record FinalValue(string Indicator, decimal? Value, string Explanation);

public sealed record FinalChange(string Indicator, decimal? Old, decimal? New);

/// <summary>Checks and writes the final value of every indicator; consolidation and correction share it. Does not save.</summary>
public sealed class FinalRatings(TenantDbContext db, InstrumentLibrary instruments, DocumentVerdicts documents, ActorContext actor, TimeProvider clock)
{
    private const string Field = "Values";

    /// <summary>Every problem at once; the field names the value's place in the list.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(AssessmentRef reference, IReadOnlyList<FinalValue> values, CancellationToken ct) =>
        Check((await instruments.GetAsync(reference.InstrumentVersionId, ct)).Instrument, values);

    internal static IReadOnlyList<Problem> Check(Instrument instrument, IReadOnlyList<FinalValue> values)
    {
        var indicators = instrument.Indicators().ToDictionary(n => n.Code, n => instrument.ScaleOf(n.Indicator!), StringComparer.Ordinal);
        var missing = indicators.Keys.Except(values.Select(v => v.Indicator), StringComparer.Ordinal);
        return
        [
            .. values.SelectMany((value, i) => indicators.TryGetValue(value.Indicator, out var scale)
                ? CheckOne($"{Field}[{i}]", value, scale).OfType<Problem>()
                : [new Problem($"{Field}[{i}].Value", Messages.UnknownIndicator, value.Indicator)]),
            .. missing.Select(code => new Problem("", RoundMessages.ValueMissing, code)),
            .. values.GroupBy(v => v.Indicator, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => new Problem("", RoundMessages.ValueTwice, g.Key)),
        ];
    }

    /// <summary>Writes what differs from the stored final ratings and says what it was; empty when they hold all of it already.</summary>
    public async Task<IReadOnlyList<FinalChange>> ApplyAsync(Guid assessmentId, IReadOnlyList<FinalValue> values, CancellationToken ct)
    {
        var verdicts = await documents.OfAsync(assessmentId, ct);
        var stored = await db.Ratings.Where(r => r.AssessmentId == assessmentId && r.Stage == Stage.Final).ToDictionaryAsync(r => r.Indicator, StringComparer.Ordinal, ct);
        var (who, now) = (actor.Current, clock.UtcNow);
        List<FinalChange> changes = [];
        foreach (var value in values)
        {
            var content = Content(value, [.. verdicts[value.Indicator]]);
            var rating = stored.GetValueOrDefault(value.Indicator);
            if (rating?.Holds(content) == true) continue;

            changes.Add(new FinalChange(value.Indicator, rating?.Value, value.Value));
            if (rating is null) db.Ratings.Add(Rating.Create(clock.NewId(), assessmentId, value.Indicator, Stage.Final, Guid.Empty, content, who.Name, now));
            else rating.Save(content, who.Name, now);
        }

        return changes;
    }

    /// <summary>The final rating of a checked value; its criteria are those of the verdicts behind it.</summary>
    internal static RatingContent Content(FinalValue value, IReadOnlyList<DocumentVerdict> verdicts) =>
        new(Consensus.Criteria(verdicts, value.Value!.Value), value.Value, VerdictRules.Said(value.Explanation.Trim()), Note: "");

    private static IEnumerable<Problem?> CheckOne(string field, FinalValue value, Scale scale) =>
    [
        value.Value is { } level ? VerdictRules.CheckValue($"{field}.Value", scale, value.Indicator, level) : new Problem($"{field}.Value", RoundMessages.ValueMissing, value.Indicator),
        string.IsNullOrWhiteSpace(value.Explanation) ? new Problem($"{field}.Explanation", RoundMessages.ExplanationMissing, value.Indicator) : null,
        VerdictRules.CheckLength($"{field}.Explanation", VerdictRules.Said(value.Explanation), VerdictRules.ExplanationLength),
    ];
}
