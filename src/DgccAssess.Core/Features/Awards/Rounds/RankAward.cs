using System.Text;
using DgccAssess.Core.Features.Awards.Files;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>What declared rules give on published results.</summary>
public sealed record RankedAward
{
    public required DeclaredAward Award { get; init; }
    public required AwardCandidates Candidates { get; init; }
    public required AwardRanking Ranking { get; init; }

    /// <summary>The ranking as the command line prints it; the same inputs give the same bytes.</summary>
    public required string Json { get; init; }

    public string Hash => CanonicalText.Hash(Encoding.UTF8.GetBytes(Json));

    /// <summary>What was ranked, as the command line reads it.</summary>
    public string CandidatesJson => Encoding.UTF8.GetString(Files.CandidatesJson.Write(Candidates.Candidates));
}

/// <summary>Ranks the agencies of a round by the rules of an award. Writes nothing: a simulation and the ranking of an award round are the same thing.</summary>
public sealed class RankAward(BuildCandidates candidates)
{
    public static ILookup<string, JurorScores> NoScores { get; } = Array.Empty<(string Agency, JurorScores Scores)>().ToLookup(s => s.Agency, s => s.Scores, StringComparer.Ordinal);

    public async Task<RankedAward> HandleAsync(DeclaredAward award, Guid roundId, Guid? previousRoundId, ILookup<string, JurorScores> jury, CancellationToken ct)
    {
        return Rank(award, await candidates.HandleAsync(roundId, previousRoundId, jury, ct));
    }

    /// <summary>What was ranked before, ranked again; agencies have the names of today.</summary>
    /// <exception cref="FormatException">The stored candidates are damaged.</exception>
    public async Task<RankedAward> AgainAsync(DeclaredAward award, string candidatesJson, CancellationToken ct)
    {
        var read = CandidatesFile.Parse("candidates", candidatesJson, [award.Document.Award]);
        if (!read.Succeeded) throw new FormatException("Stored candidates can't be read: " + read.Problems[0]);
        return Rank(award, await candidates.NamedAsync(read.Value, ct));
    }

    private static RankedAward Rank(DeclaredAward award, AwardCandidates built)
    {
        var ranking = AwardRanking.Rank(award.Document.Award, built.Candidates);
        return new RankedAward { Award = award, Candidates = built, Ranking = ranking, Json = RankingJson.Write(ranking) };
    }
}
