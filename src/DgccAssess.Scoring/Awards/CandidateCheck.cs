using DgccAssess.Scoring.Instruments.Checks;
using static DgccAssess.Scoring.Awards.AwardProblemCodes;

namespace DgccAssess.Scoring.Awards;

/// <summary>Whether candidates can be ranked: what is asked where a person can put it right. A value that lacks is a refusal, not a problem.</summary>
public static class CandidateCheck
{
    public static IReadOnlyList<AwardProblem> Check(Award award, IReadOnlyList<Candidate> candidates)
    {
        var (problems, seen) = (new AwardProblemList(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var path = $"candidates/{CodeRegister.Segment(candidate.Code, i)}";
            if (!CodeRegister.IsValid(candidate.Code))
                problems.Add(path, CodeInvalid, candidate.Code);
            else if (!seen.Add(candidate.Code))
                problems.Add(path, CodeDuplicate, candidate.Code);
            if (candidate.Predicate is { } predicate && award.Predicates.Count > 0 && !award.Predicates.Contains(predicate, StringComparer.Ordinal))
                problems.Add($"{path}/predicate", PredicateUnknown, predicate);
            foreach (var value in candidate.Nodes.Values.Append(candidate.Index ?? 0).Append(candidate.SelfIndex ?? 0).Append(candidate.Previous?.Index ?? 0))
                if (value is < -AwardCheck.MaxValue or > AwardCheck.MaxValue)
                    problems.Add(path, OutOfRange, value, -AwardCheck.MaxValue, AwardCheck.MaxValue);
            if (award.Jury is { } jury)
                CheckJury(jury, candidate, $"{path}/jury", problems);
        }
        return problems.All;
    }

    private static void CheckJury(Jury jury, Candidate candidate, string path, AwardProblemList problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var juror in candidate.Jury)
        {
            if (!seen.Add(juror.Juror))
                problems.Add(path, JurorDuplicate, juror.Juror);
            if (juror.Recused)
                continue;
            foreach (var criterion in jury.Criteria)
                if (!juror.Scores.TryGetValue(criterion.Code, out var score))
                    problems.Add(path, ScoreMissing, juror.Juror, criterion.Code);
                else if (score < jury.From || score > jury.To)
                    problems.Add(path, ScoreOutOfRange, juror.Juror, criterion.Code, score, jury.From, jury.To);
            foreach (var code in juror.Scores.Keys.Where(code => !jury.Criteria.Any(criterion => string.Equals(criterion.Code, code, StringComparison.Ordinal))))
                problems.Add(path, CriterionUnknown, code);
        }
    }
}
