namespace DgccAssess.Scoring;

public static class ScoringEngine
{
    /// <summary>Written into every snapshot. Raised whenever the same instrument and ratings could print another figure.</summary>
    public const string Version = "1";
}
