using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.Demonstration;

/// <summary>nation.json of a tenant's folder: how large a synthetic nation is, and around which figures its agencies lie. All of it is invented but the means it names.</summary>
public sealed record NationFile
{
    public const string Name = "nation.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public required string Space { get; init; }

    /// <summary>Code of the instrument of every round.</summary>
    public required string Instrument { get; init; }

    public required CycleType CycleType { get; init; }
    public required int FirstYear { get; init; }

    /// <summary>Yearly rounds; in the last one every agency takes part and is published.</summary>
    public required int Rounds { get; init; }

    /// <summary>By code of the instrument's first tier: mean over the agencies of the first round, and how much it rises with each further one.</summary>
    public required IReadOnlyDictionary<string, NationMean> Means { get; init; }

    public required IReadOnlyList<NationGroup> Groups { get; init; }

    /// <summary>In the tenant's own language, each saying that it is invented; {0} is the indicator, {1} the level.</summary>
    public required NationTexts Texts { get; init; }

    public static async Task<NationFile> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<NationFile>(file, Options, ct) ?? throw new InvalidDataException($"{path} is empty.");
    }

    /// <summary>The same nation with so many agencies, every group in proportion and none left out.</summary>
    public NationFile Of(int agencies)
    {
        var all = Groups.Sum(g => g.Count);
        var (seen, given) = (0, 0);
        return this with
        {
            Groups = [.. Groups.Select(group =>
            {
                seen += group.Count;
                // Rounded on the running sum, so that the parts make the whole.
                var count = Math.Max(1, (int)Math.Round((double)seen * agencies / all, MidpointRounding.AwayFromZero) - given);
                given += count;
                return group with { Count = count, First = Math.Max(1, group.First * count / group.Count) };
            })],
        };
    }
}

public sealed record NationMean(decimal First, decimal Rise);

public sealed record NationGroup
{
    /// <summary>Code of the agency group.</summary>
    public required string Group { get; init; }

    public required int Count { get; init; }

    /// <summary>How many of them took part in the first round.</summary>
    public required int First { get; init; }

    /// <summary>Mean index of the group in the first round; null: what the others leave.</summary>
    public decimal? Mean { get; init; }

    /// <summary>How much better than other groups without a mean it is, in levels.</summary>
    public decimal Offset { get; init; }

    /// <summary>By language, saying that the agency is invented; {0} is its number.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Codes of the regions its agencies lie in, in turn.</summary>
    public required IReadOnlyList<string> Regions { get; init; }
}

public sealed record NationTexts(string File, string Document, string Analysis, string Service, string Statement, string Explanation, string Harmonised, string Final);
