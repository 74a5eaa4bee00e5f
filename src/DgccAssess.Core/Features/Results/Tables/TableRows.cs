using DgccAssess.Core.Features.Review;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Results.Tables;

/// <summary>The cells of one published snapshot: functions of values.</summary>
internal static class TableRows
{
    private const int ExactDecimals = 10;

    private static readonly Stage[] WideStages = [Stage.Self, Stage.Document, Stage.Final];

    public static readonly IReadOnlyList<string> AgencyColumns = ["round", "instrument", "agency", "name", "group", "region", "synthetic"];

    public static IReadOnlyList<string> Columns(RoundTableKind kind, Instrument instrument) => kind switch
    {
        RoundTableKind.RatingsLong => [.. AgencyColumns, "indicator", "stage", "assessor", "value", "criteriaMet", "explanation"],
        RoundTableKind.RatingsWide => [.. AgencyColumns, .. ResultColumns, .. instrument.Indicators().SelectMany(i => WideStages.Select(s => $"{i.Code}.{Word(s)}"))],
        _ => [.. AgencyColumns, .. ResultColumns, "indexExact", "indexSelf", "version", "publicationConsent", .. Groups(instrument).SelectMany(n => new[] { n.Code, $"{n.Code}.exact" })],
    };

    public static IEnumerable<object?[]> Of(RoundTableKind kind, Instrument instrument, SnapshotDocument document, string? region, string language)
    {
        var agency = document.Agency;
        object?[] about = [document.Round, document.Instrument.Code, agency.Code, new Data.LocalizedText(agency.Names).In(language), agency.Group, region, agency.Synthetic];
        return kind switch
        {
            RoundTableKind.RatingsLong => Long(about, document),
            RoundTableKind.RatingsWide => [[.. about, .. Result(document), .. Wide(instrument, document)]],
            _ => [[.. about, .. Result(document), .. Figures(instrument, document)]],
        };
    }

    private static IReadOnlyList<string> ResultColumns => ["index", "predicate"];

    private static object?[] Result(SnapshotDocument document) => [document.Results.Total?.Index, document.Results.Total?.Predicate];

    private static IEnumerable<object?[]> Long(object?[] about, SnapshotDocument document) =>
        from input in document.Inputs
        from rating in input.Ratings
        select (object?[])[.. about, input.Indicator, Word(rating.Stage), rating.Assessor, rating.Value, rating.Criteria.Count, rating.Explanation];

    /// <summary>Where assessors differ at a stage there is no one value, and the cell is empty: the long table has them all.</summary>
    private static IEnumerable<object?> Wide(Instrument instrument, SnapshotDocument document)
    {
        var values = WideStages.Select(stage => SnapshotResults.Ratings(document.Inputs, stage)).ToList();
        return instrument.Indicators().SelectMany(indicator => values.Select(stage => (object?)stage.GetValueOrDefault(indicator.Code)));
    }

    private static IEnumerable<object?> Figures(Instrument instrument, SnapshotDocument document)
    {
        var nodes = document.Results.Nodes.ToDictionary(n => n.Code, n => n.External, StringComparer.Ordinal);
        object?[] whole = [Exact(document.Results.Total), document.Results.SelfTotal?.Index, document.Number, document.SignOff?.PublicationConsent];
        return [.. whole, .. Groups(instrument).SelectMany(n => new object?[] { nodes.GetValueOrDefault(n.Code)?.Index, Exact(nodes.GetValueOrDefault(n.Code)) })];
    }

    private static IEnumerable<Node> Groups(Instrument instrument) => instrument.AllNodes().Where(n => n.Indicator is null);

    private static decimal? Exact(SnapshotFigure? figure) => figure is null ? null : Math.Round(figure.Exact, ExactDecimals, MidpointRounding.AwayFromZero);

    private static string Word(Stage stage) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(stage.ToString());
}
