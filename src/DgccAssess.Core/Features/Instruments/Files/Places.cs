using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Where the parts of an instrument stand, by the paths of <see cref="DgccAssess.Scoring.Instruments.InstrumentProblem"/>.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);

    public void Add(string path, Position at) => positions[path] = at;

    /// <summary>The place of the part, else of the nearest part around it.</summary>
    public Position Find(string path)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOf('/'))])
        {
            if (positions.TryGetValue(rest, out var at))
            {
                return at;
            }
        }

        return Position.Start;
    }
}
