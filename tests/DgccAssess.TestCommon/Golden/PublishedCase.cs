using System.Text.Json;

namespace DgccAssess.TestCommon.Golden;

/// <summary>A real published result as it was published, with the ratings it was computed from.</summary>
public sealed record PublishedCase
{
    /// <summary>By indicator code: I1, I2 ...</summary>
    public required IReadOnlyDictionary<string, int> Levels { get; init; }

    public required string Index { get; init; }
    public required string Predicate { get; init; }

    /// <summary>By node code: D1 ...</summary>
    public required IReadOnlyDictionary<string, string> Domains { get; init; }

    public required IReadOnlyDictionary<string, string> Aspects { get; init; }

    public static PublishedCase Get(string id)
    {
        var file = Path.Combine(RepositoryRoot.Find(), "tests", "DgccAssess.TestCommon", "Golden", "spbe-published-results.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var found = document.RootElement.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        var published = found.GetProperty("published");
        return new PublishedCase
        {
            Levels = found.GetProperty("indicator_scores").EnumerateObject().ToDictionary(s => "I" + s.Name, s => s.Value.GetInt32()),
            Index = published.GetProperty("index").GetString()!,
            Predicate = published.GetProperty("predicate").GetString()!,
            Domains = Figures(published, "domain", "D"),
            Aspects = Figures(published, "aspect", "A"),
        };
    }

    private static Dictionary<string, string> Figures(JsonElement published, string tier, string prefix) =>
        published.GetProperty(tier).EnumerateObject().ToDictionary(p => prefix + p.Name, p => p.Value.GetString()!);
}
