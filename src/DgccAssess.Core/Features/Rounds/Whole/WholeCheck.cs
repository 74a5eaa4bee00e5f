using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Storage;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Rounds.Whole;

/// <summary>What the use cases of a walked assessment check, each at its step, for one that comes whole. The first problem ends it.</summary>
internal static class WholeCheck
{
    public static Problem? Find(Instrument instrument, WholeAssessment whole, DateTime now) =>
        Order(whole, now)
        ?? whole.Answers.SelectMany(answer => OfAnswer(instrument, answer, ready: whole.SignOff is not null)).FirstOrDefault()
        ?? (whole.SignOff is null ? null : Complete(instrument, whole.Answers.Select(a => a.Indicator), nameof(whole.Answers)))
        ?? whole.Review?.Reviewers.Select(reviewer => OfReviewer(instrument, reviewer)).FirstOrDefault(p => p is not null)
        ?? (whole.Result is { } result && FinalRatings.Check(instrument, result.Values) is [var wrong, ..] ? wrong : null);

    /// <summary>The steps follow each other, and none is of the future.</summary>
    private static Problem? Order(WholeAssessment whole, DateTime now)
    {
        var (signed, review, result) = (whole.SignOff, whole.Review, whole.Result);
        if ((signed is null && review is not null) || (review is null && result is not null)) return new(nameof(whole.SignOff), Messages.NotSignedOff);
        if (review is { Reviewers: [] }) return new(nameof(whole.Review), Messages.Required);

        DateTime?[] steps = [whole.OpenedAt, whole.AnsweredAt, signed?.At, review?.BegunAt, review?.CompletedAt, result?.ConsolidatedAt, result?.PublishedAt, now];
        var taken = steps.OfType<DateTime>().ToList();
        return taken.Order().SequenceEqual(taken) ? null : new(nameof(whole.OpenedAt), RoundMessages.StepsOutOfOrder, whole.Agency);
    }

    private static IEnumerable<Problem> OfAnswer(Instrument instrument, WholeAnswer answer, bool ready)
    {
        if (instrument.FindIndicator(answer.Indicator) is not { } node) return [new(nameof(WholeAnswer.Indicator), Messages.UnknownIndicator, answer.Indicator)];
        if (answer.Evidence.Count > EvidenceFiles.MaxItems) return [new(nameof(WholeAnswer.Evidence), Messages.TooMany, EvidenceFiles.MaxItems)];
        return AnswerCheck.Problems(node, instrument.ScaleOf(node.Indicator!), answer.Content, ready);
    }

    private static Problem? OfReviewer(Instrument instrument, WholeReviewer reviewer)
    {
        foreach (var (code, verdict) in reviewer.Verdicts)
        {
            if (instrument.FindIndicator(code)?.Indicator is not { } indicator) return new(nameof(reviewer.Verdicts), Messages.UnknownIndicator, code);
            if (SaveVerdict.Check(code, indicator, instrument.ScaleOf(indicator), verdict).FirstOrDefault(p => p is not null) is { } problem) return problem;
            if (!VerdictRules.IsComplete(verdict.Value, verdict.Explanation)) return new(nameof(reviewer.Verdicts), ReviewMessages.Incomplete, 1, code);
        }

        return Complete(instrument, reviewer.Verdicts.Keys, nameof(reviewer.Verdicts));
    }

    private static Problem? Complete(Instrument instrument, IEnumerable<string> given, string field) =>
        instrument.Indicators().Select(n => n.Code).Order(StringComparer.Ordinal).SequenceEqual(given.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? null
            : new Problem(field, SelfAssessmentMessages.NotComplete, 1);
}
