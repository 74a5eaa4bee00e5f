using DgccAssess.Scoring.Instruments.Checks;

namespace DgccAssess.Scoring.Instruments;

/// <summary>Structural validation of an instrument. Texts and languages are the loader's.</summary>
public static class InstrumentCheck
{
    /// <summary>Finds every structural fault, in reading order of the instrument's parts; empty when there is none.</summary>
    /// <param name="instrument">Any instrument whose required members are set.</param>
    /// <param name="totalWeight">What the root nodes must sum to, where the source declares it (100 for per cent); null: not checked.</param>
    public static IReadOnlyList<InstrumentProblem> Check(Instrument instrument, decimal? totalWeight = null)
    {
        var problems = new ProblemList();
        HeaderCheck.Check(instrument, problems);
        ScaleCheck.Check(instrument, problems);
        NodeCheck.Check(instrument, totalWeight, problems);
        PredicateCheck.Check(instrument, problems);
        return problems.All;
    }
}
