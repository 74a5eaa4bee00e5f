using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Core.Features.Sharing.Payload;

namespace DgccAssess.Web.Features.Countries;

/// <summary>A shared round as rows: one per part of the nation and part of the instrument. Hidden figures are empty cells; every row says where it is from.</summary>
internal static class SharedTable
{
    private static readonly string[] Fixed =
    [
        "partner", "round", "version", "level", "agreement", "data_as_of", "synthetic", "instrument", "instrument_hash", "threshold", "part_kind", "part", "node", "agencies", "mean", "mean_of",
    ];

    public static RoundTable Of(SharedRound round)
    {
        var payload = round.Payload!;
        return new RoundTable($"{payload.Partner}-{round.Round}-v{round.Number}", [.. Fixed, .. payload.Instrument.Predicates.Select(p => p.Code)], Rows(round, payload).ToAsyncEnumerable());
    }

    private static IEnumerable<object?[]> Rows(SharedRound round, SharedPayload payload)
    {
        object?[] head =
        [
            payload.Partner, round.Round, round.Number, (int)round.Level, round.Agreement, round.PublishedAt, payload.Synthetic, payload.Instrument.Code, payload.Instrument.Hash, payload.Suppression.Threshold,
        ];
        if (payload.National is not { } national)
        {
            yield return [.. head, "participation", null, null, payload.Participation.Agencies, null, null, .. payload.Instrument.Predicates.Select(_ => (object?)null)];
            yield break;
        }

        var parts = new List<(string Kind, string? Code, SharedFigures Figures)> { ("nation", null, national.Figures) };
        parts.AddRange((payload.Areas?.Groups ?? []).Select(a => ("group", (string?)a.Code, a.Figures)));
        parts.AddRange((payload.Areas?.Regions ?? []).Select(a => ("region", (string?)a.Code, a.Figures)));
        foreach (var (kind, code, figures) in parts)
        {
            yield return [.. head, kind, code, null, figures.Agencies, figures.Mean, figures.MeanOf, .. figures.Predicates.Select(c => (object?)c)];
            for (var i = 0; i < figures.Nodes.Count; i++)
                yield return [.. head, kind, code, payload.Instrument.Nodes[i].Code, figures.Agencies, figures.Nodes[i].Mean, null, .. figures.Nodes[i].Predicates.Select(c => (object?)c)];
        }
    }
}
