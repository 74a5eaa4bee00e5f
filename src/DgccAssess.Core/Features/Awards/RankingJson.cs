using System.Text;
using System.Text.Json;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards;

/// <summary>Rankings as JSON, the same on the command line and in the app. Scripts depend on its form, and the same input gives the same bytes.</summary>
public static class RankingJson
{
    public static string Write(params IEnumerable<AwardRanking> rankings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("awards");
            foreach (var ranking in rankings) Write(json, ranking);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, AwardRanking ranking)
    {
        json.WriteStartObject();
        json.WriteString("award", ranking.Award.Code);
        json.WriteString("instrument", ranking.Award.Instrument);
        json.WriteString("engine", ScoringEngine.Version);
        json.WriteStartArray("categories");
        foreach (var category in ranking.Categories)
        {
            json.WriteStartObject();
            json.WriteString("category", category.Category.Code);
            List(json, "winners", category.Winners, Write);
            List(json, "ranking", category.Ranking, Write);
            List(json, "refusals", category.Refusals, Write);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RankedCandidate ranked)
    {
        json.WriteString("code", ranked.Code);
        json.WriteNumber("rank", ranked.Rank);
        json.WriteString("value", ranked.PublishedText);
        json.WriteString("exact", ranked.ExactText);
        json.WriteBoolean("winner", ranked.IsWinner);
        json.WriteString("level", ranked.Level);
        json.WriteBoolean("shared", ranked.IsShared);
        json.WriteString("tieBreak", ranked.TieBreak is { } step ? Name(step.Figure) : null);
    }

    private static void Write(Utf8JsonWriter json, RefusedCandidate refused)
    {
        json.WriteString("code", refused.Code);
        json.WriteStartArray("reasons");
        foreach (var reason in refused.Reasons) json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteString("text", AwardWords.Refused(refused, "en"));
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The step that decided: index, increase, gap, jury, node:D4, jury:novelty, or shared.</summary>
    public static string Name(Figure? figure) => figure is null ? "shared"
        : $"{char.ToLowerInvariant(figure.Kind.ToString()[0])}{figure.Kind.ToString()[1..]}{(figure.Code is { } code ? $":{code}" : "")}";
}
