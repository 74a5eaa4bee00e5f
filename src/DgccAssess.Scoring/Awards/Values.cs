namespace DgccAssess.Scoring.Awards;

/// <summary>The values of one candidate that rules look at.</summary>
internal static class Values
{
    public static decimal? Of(Award award, Candidate candidate, Measure measure)
    {
        if (!measure.IsMix)
            return Of(award, candidate, measure.Parts[0].Figure);
        var (sum, weights) = (0m, 0m);
        foreach (var part in measure.Parts)
        {
            if (Of(award, candidate, part.Figure) is not { } value)
                return null;
            sum += part.Weight * 100 * (value - part.From) / (part.To - part.From);
            weights += part.Weight;
        }
        return sum / weights;
    }

    public static decimal? Of(Award award, Candidate candidate, Figure figure) => figure.Kind switch
    {
        FigureKind.Index => candidate.Index,
        FigureKind.Node => candidate.Nodes.TryGetValue(figure.Code!, out var value) ? value : null,
        FigureKind.Increase => candidate.Previous is { } previous && IsComparable(award, candidate, previous) ? candidate.Index - previous.Index : null,
        FigureKind.Gap => candidate.Index is { } index && candidate.SelfIndex is { } self ? -Math.Abs(self - index) : null,
        FigureKind.Jury => JuryMean(award.Jury!, candidate.Jury, figure.Code),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Kind, message: null),
    };

    public static bool IsComparable(Award award, Candidate candidate, PreviousResult previous) =>
        string.Equals(previous.Instrument, candidate.Instrument ?? award.Instrument, StringComparison.Ordinal);

    // Every juror left has scored every criterion, so that one division gives the mean of means: sum(weight x score) / (jurors x sum(weight)).
    private static decimal? JuryMean(Jury jury, IReadOnlyList<JurorScores> scores, string? criterion)
    {
        var (sum, weights, jurors) = (0m, 0m, 0);
        foreach (var each in jury.Criteria)
            if (criterion is null || string.Equals(each.Code, criterion, StringComparison.Ordinal))
                weights += each.Weight;
        foreach (var juror in scores)
        {
            if (juror.Recused)
                continue;
            jurors++;
            foreach (var each in jury.Criteria)
                if (criterion is null || string.Equals(each.Code, criterion, StringComparison.Ordinal))
                    sum += each.Weight * juror.Scores[each.Code];
        }
        return jurors == 0 ? null : sum / (jurors * weights);
    }
}
