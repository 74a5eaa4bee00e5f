using System.Globalization;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Rounds.Whole;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.Demonstration;

/// <summary>One agency's way through the round of one year, drawn.</summary>
internal sealed class NationYear(Nation nation, NationLevels levels, NationSurroundings around, int year)
{
    private const double EvidenceShare = 0.3;
    private const double ConsentShare = 0.97;
    private const double UnfinishedShare = 0.01;
    private const double SecondAssessorShare = 0.08;
    private const double HarmonisedShare = 0.04;
    private const double DisagreeShare = 0.15;
    private const double HighClaimShare = 0.08;
    private const double LowClaimFrom = 0.97;

    private readonly NationFile file = nation.File;
    private readonly ScoringPlan plan = nation.Plan;
    private readonly Draws draws = nation.Draws;

    private bool IsLast => year == file.FirstYear + file.Rounds - 1;

    private bool IsFirst => year == file.FirstYear;

    public WholeAssessment Of(NationAgency agency)
    {
        var found = plan.Indicators.Select((_, i) => levels.Of(agency, i, year)).ToArray();
        var claimed = found.Select((level, i) => Claim(agency, i, level)).ToArray();
        var signedAt = nation.DueAt(year).AddDays(-DaysBefore(agency)).AddMinutes(-draws.Uniform(Trait.Day, agency.Number, year, 1) * 400);
        var started = new WholeAssessment
        {
            Agency = agency.Code,
            OpenedAt = At(3, 1, 2),
            AnsweredAt = signedAt.AddHours(-30),
            Answers = [.. plan.Indicators.Select((node, i) => Answer(agency, node, i, claimed[i]))],
        };
        // Only between the first and the last round, whose figures are told.
        if (!IsFirst && !IsLast && draws.Chance(UnfinishedShare, Trait.Unfinished, agency.Number, year))
            return started with { Answers = [.. started.Answers.Take(plan.Indicators.Count / 3)] };

        var begunAt = At(8, 3, 2).AddDays(Math.Floor(draws.Uniform(Trait.Day, agency.Number, year, 2) * 20));
        return started with
        {
            SignOff = new(signedAt, file.Texts.Statement, draws.Chance(ConsentShare, Trait.Consent, agency.Number)),
            Review = new(begunAt, begunAt.AddDays(25), [.. Reviewers(agency, found)]),
            Result = new(At(11, 20, 3), At(12, 15, 3), [.. plan.Indicators.Select((node, i) => new FinalValue(node.Code, found[i], Text(Harmonised(agency, i) == 0 ? file.Texts.Final : file.Texts.Harmonised, node.Code, found[i])))]),
        };
    }

    /// <summary>What the agency says of itself: higher than what is found, by a habit of its own, and now and then lower.</summary>
    private int Claim(NationAgency agency, int indicator, int found)
    {
        var share = 0.42 + (0.36 * draws.Uniform(Trait.Candour, agency.Number));
        var draw = draws.Uniform(Trait.Claim, agency.Number, indicator, year);
        if (draw >= LowClaimFrom) return levels.Round(found - 1, indicator);
        if (draw >= share) return found;
        return levels.Round(found + (draws.Chance(HighClaimShare, Trait.HighClaim, agency.Number, indicator, year) ? 2 : 1), indicator);
    }

    private WholeAnswer Answer(NationAgency agency, PlanNode node, int indicator, int level)
    {
        var above = level > node.Scale!.Floor;
        Fact[] facts = above ? [new(Text(file.Texts.Document, node.Code, level), $"{year}/{indicator + 1}", "", "")] : [];
        var subject = node.Indicator!.NamedByAgency ? Text(file.Texts.Service, node.Code, level) : null;
        return new(node.Code, new(CriteriaUpTo(node, level), level, facts, Text(file.Texts.Analysis, node.Code, level), subject),
            above && draws.Chance(EvidenceShare, Trait.Evidence, agency.Number, indicator, year) ? [around.Document] : []);
    }

    private IEnumerable<WholeReviewer> Reviewers(NationAgency agency, int[] found)
    {
        var first = (agency.Number + year) % around.Assessors.Count;
        yield return Reviewer(first, (node, i) => found[i] + Harmonised(agency, i));

        if (around.Assessors.Count < 2 || !draws.Chance(SecondAssessorShare, Trait.SecondAssessor, agency.Number, year)) yield break;
        yield return Reviewer((first + 1) % around.Assessors.Count, (node, i) => found[i] + (draws.Chance(DisagreeShare, Trait.Disagree, agency.Number, i, year) ? -1 : 0));
    }

    private WholeReviewer Reviewer(int assessor, Func<PlanNode, int, int> verdict) => new(around.Assessors[assessor].Id, around.Assessors[assessor].Name, plan.Indicators.Select((node, i) =>
    {
        var level = levels.Round(verdict(node, i), i);
        return (node.Code, Content: new RatingContent(CriteriaUpTo(node, level), level, Text(file.Texts.Explanation, node.Code, level), Note: ""));
    }).ToDictionary(v => v.Code, v => v.Content, StringComparer.Ordinal));

    /// <summary>How far the assessor's verdict lies from what the meeting of assessors and office then agreed on.</summary>
    private int Harmonised(NationAgency agency, int indicator)
    {
        if (!draws.Chance(HarmonisedShare, Trait.Harmonise, agency.Number, indicator, year)) return 0;
        var (scale, found) = (plan.Indicators[indicator].Scale!, levels.Of(agency, indicator, year));
        return found < scale.Ceiling ? 1 : found > scale.Floor ? -1 : 0;
    }

    /// <summary>A quarter signs on the last day.</summary>
    private int DaysBefore(NationAgency agency)
    {
        var draw = draws.Uniform(Trait.Day, agency.Number, year);
        return draw < 0.25 ? 0 : (int)(draw * 70);
    }

    private DateTime At(int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    private static IReadOnlyList<string> CriteriaUpTo(PlanNode node, int level) => [.. node.Indicator!.Levels.Where(l => l.Level <= level).SelectMany(l => l.Criteria)];

    private static string Text(string text, string indicator, int level) => string.Format(CultureInfo.InvariantCulture, text, indicator, level);
}
