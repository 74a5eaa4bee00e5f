using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>Reads <c>{"candidates":[{"code":...,"group":...,"consented":true,...}]}</c>. Other keys beside "candidates" are the sender's own; within a candidate
/// an unknown key is refused, since it is usually a misspelt one.</summary>
public sealed class CandidatesFile
{
    /// <summary>About a hundred thousand agencies with their domains and jurors, a hundred times the largest round there was.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private readonly Places places = new();
    private readonly ProblemLog log;
    private readonly string file;

    private CandidatesFile(string file, ProblemLog log) => (this.file, this.log) = (file, log);

    /// <summary>The candidates, or every problem found; those of jury and predicates as the awards demand.</summary>
    public static FileResult<IReadOnlyList<Candidate>> Read(string file, IReadOnlyList<Award> awards)
    {
        var found = new ProblemLog();
        return Read(file, StrictText.Read(file, found, MaxBytes), found, awards);
    }

    /// <summary>Of a text that is at hand; its name stands in the problems.</summary>
    public static FileResult<IReadOnlyList<Candidate>> Parse(string name, string text, IReadOnlyList<Award> awards) => Read(name, text, new ProblemLog(), awards);

    private static FileResult<IReadOnlyList<Candidate>> Read(string file, string? text, ProblemLog found, IReadOnlyList<Award> awards)
    {
        var root = text is null ? null : StrictJson.Parse(file, text, found);
        var candidates = root is null || YamlReader.Of(file, root, found) is not { } reader ? null : new CandidatesFile(file, found).Read(reader, awards);
        return found.Finish<IReadOnlyList<Candidate>>(candidates);
    }

    private List<Candidate> Read(YamlReader root, IReadOnlyList<Award> awards)
    {
        var candidates = new List<Candidate>();
        foreach (var group in root.List("candidates").Select(n => YamlReader.Of(file, n, log)).OfType<YamlReader>())
        {
            var candidate = new CandidateReader(group).Read();
            candidates.Add(candidate);
            // By its number too: a problem of a faulty code can't name the code.
            foreach (var name in new[] { candidate.Code, $"#{candidates.Count}" })
            {
                places.Add($"candidates/{name}", group.At);
                places.Add($"candidates/{name}/predicate", group.PositionOf("predicate"));
                places.Add($"candidates/{name}/jury", group.PositionOf("jury"));
            }
        }

        if (log.Count > 0) return candidates;
        // Awards of one file often have the same jury: its faults are said once.
        foreach (var problem in awards.SelectMany(award => CandidateCheck.Check(award, candidates)).DistinctBy(p => (p.Path, p.Code, string.Join('|', p.Arguments))))
        {
            var (message, whatToDo) = AwardMessages.For(problem);
            log.Add(file, places.Find(problem.Path), message, whatToDo);
        }

        return candidates;
    }
}
