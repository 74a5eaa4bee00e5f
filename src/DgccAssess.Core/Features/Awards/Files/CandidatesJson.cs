using System.Text;
using DgccAssess.Scoring.Awards;
using static DgccAssess.Core.Files.CanonicalText;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>Candidates as the file that <see cref="CandidatesFile"/> reads, so that anybody can rank them again with the command line. The same candidates give the same bytes.</summary>
public static class CandidatesJson
{
    public static byte[] Write(IEnumerable<Candidate> candidates) => Encoding.UTF8.GetBytes(Group(("candidates", List(candidates, Of))));

    // Values as texts: they keep every digit in every program on the way.
    private static string Of(Candidate candidate) => Group(
        ("code", Text(candidate.Code)),
        ("consented", Flag(candidate.Consented)),
        ("group", Text(candidate.Group)),
        ("index", ValueOrNull(candidate.Index)),
        ("instrument", TextOrNull(candidate.Instrument)),
        ("jury", List(candidate.Jury, Of)),
        ("nodes", Map(candidate.Nodes, Value)),
        ("openObjection", Flag(candidate.HasOpenObjection)),
        ("predicate", TextOrNull(candidate.Predicate)),
        ("previous", candidate.Previous is { } previous ? Group(("index", Value(previous.Index)), ("instrument", Text(previous.Instrument))) : "null"),
        ("region", TextOrNull(candidate.Region)),
        ("selfIndex", ValueOrNull(candidate.SelfIndex)),
        ("tookPart", Flag(candidate.TookPart)));

    private static string Of(JurorScores juror) => Group(("juror", Text(juror.Juror)), ("recused", Flag(juror.Recused)), ("scores", Map(juror.Scores, Value)));

    private static string Value(decimal value) => Text(Number(value));

    private static string ValueOrNull(decimal? value) => value is { } number ? Value(number) : "null";
}
