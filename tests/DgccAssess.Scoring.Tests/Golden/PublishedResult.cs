using System.Text.Json;
using DgccAssess.Scoring.Tests.TestInstruments;

namespace DgccAssess.Scoring.Tests.Golden;

/// <summary>A real published result, as published.</summary>
internal sealed record PublishedResult(JsonElement Case)
{
    public string Index => Case.GetProperty("published").GetProperty("index").GetString()!;
    public Dictionary<string, string> Domains => Figures("domain");
    public Dictionary<string, string> Aspects => Figures("aspect");

    public static PublishedResult Load(string id)
    {
        using var stream = typeof(PublishedResult).Assembly.GetManifestResourceStream("spbe-published-results.json")!;
        return new(JsonElement.Parse(new StreamReader(stream).ReadToEnd()).GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id));
    }

    public Dictionary<string, decimal?> Ratings(string prefix = "", string property = "indicator_scores") =>
        Build.RatingsOf(Case.GetProperty(property).EnumerateObject().Select(score => (prefix + score.Name, (decimal?)score.Value.GetDecimal())));

    private Dictionary<string, string> Figures(string tier) =>
        Case.GetProperty("published").GetProperty(tier).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
}
