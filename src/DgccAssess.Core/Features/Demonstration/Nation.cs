using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Rounds.Whole;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.Demonstration;

/// <param name="Id">Account that may review.</param>
/// <param name="Name">As the account shows it.</param>
public sealed record NationAssessor(Guid Id, string Name);

/// <param name="Assessors">At least one.</param>
/// <param name="Document">Stands where evidence would be.</param>
public sealed record NationSurroundings(IReadOnlyList<NationAssessor> Assessors, WholeEvidence Document);

/// <summary>A synthetic nation, drawn from a file and a seed: a function of both, the same on every machine.</summary>
public sealed class Nation
{
    private readonly Lazy<NationLevels> levels;

    public Nation(NationFile file, ScoringPlan plan, int seed)
    {
        (File, Plan, Draws) = (file, plan, new Draws(seed));
        Agencies = NationAgency.Of(file);
        levels = new(() => new NationLevels(this));
    }

    public NationFile File { get; }

    public ScoringPlan Plan { get; }

    public IReadOnlyList<NationAgency> Agencies { get; }

    public IEnumerable<int> Years => Enumerable.Range(File.FirstYear, File.Rounds);

    internal Draws Draws { get; }

    public static string RoundOf(int year) => $"{Round.DemonstrationPrefix}{year}";

    /// <summary>Last instant of self-assessment, 17:00 in Jakarta.</summary>
    public DateTime DueAt(int year) => new(year, 7, 31, 10, 0, 0, DateTimeKind.Utc);

    /// <summary>Those that take part: what the file says in the first year, nearly all later, all in the last.</summary>
    public IReadOnlyList<NationAgency> TakingPart(int year)
    {
        if (year == File.FirstYear + File.Rounds - 1 && File.Rounds > 1) return Agencies;
        var taking = Agencies.GroupBy(a => a.Group).SelectMany(members =>
        {
            var count = year == File.FirstYear ? members.Key.First : members.Key.Count - (members.Key.Count / 25);
            return members.OrderBy(a => Draws.Bits(Trait.TakesPart, a.Number, year)).Take(count);
        });
        return [.. taking.OrderBy(a => a.Number)];
    }

    /// <summary>The round of a year, one assessment for each agency that takes part.</summary>
    public IReadOnlyList<WholeAssessment> Draw(int year, NationSurroundings around)
    {
        var way = new NationYear(this, levels.Value, around, year);
        return [.. TakingPart(year).AsParallel().AsOrdered().Select(way.Of)];
    }
}
