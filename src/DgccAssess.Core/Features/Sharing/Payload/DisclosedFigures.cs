using DgccAssess.Core.Features.National;
using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>
/// Figures of a published national result after disclosure control: all tables of the payload are protected together, with what was said of the round before. Pages, files and
/// papers print what comes out of here.
/// </summary>
internal sealed class DisclosedFigures
{
    private const string All = "all";

    private readonly NationalDocument document;
    private readonly IReadOnlyList<Predicate> predicates;
    private readonly Dictionary<string, PublishedTable> published;
    private readonly IReadOnlyList<Slice> slices;
    private readonly DisclosedCore? disclosedCore;

    public DisclosedFigures(NationalDocument document, Instrument instrument, DisclosureRule rule, IReadOnlyList<SharedPayload> earlier, SharingLevel level, CoreSummary? core)
    {
        (this.document, Rule) = (document, rule);
        predicates = [.. instrument.Predicates.OrderBy(p => p.From)];
        slices = level >= SharingLevel.Areas
            ? [new("group", [.. document.Groups.Select(g => g.Code)], a => a.Group), new("region", RegionsOf(document), a => a.Region ?? "")]
            : [];
        disclosedCore = core is null ? null : new DisclosedCore(core, document.Round, withGroups: level >= SharingLevel.Areas, rule, earlier);
        var tables = Subjects().SelectMany(TablesOf).Append(ChangeTable()).OfType<CountTable>().Concat(disclosedCore?.Tables() ?? []).ToList();
        tables = [.. tables.Select(t => t with { Previous = EarlierTables.Of(t, earlier) })];
        var protection = DisclosureControl.Protect(tables, rule);
        IsExposed = protection.Exposed.Count > 0;
        published = protection.Tables.ToDictionary(t => t.Name!, StringComparer.Ordinal);
    }

    public DisclosureRule Rule { get; }

    /// <summary>What was said before gives a small count away whatever is hidden now: no figure may be said of the round any more.</summary>
    public bool IsExposed { get; }

    /// <summary>Counts and means that are hidden.</summary>
    public int Hidden { get; private set; }

    public SharedNational National(string hash)
    {
        var figures = FiguresOf(All, All, document.Agencies, document.Whole);
        return new SharedNational(document.Number, document.Reason, hash, figures, figures.Agencies, Change());
    }

    public SharedAreas Areas() => new(AreasOf(slices[0], document.Groups), AreasOf(slices[1], document.Regions));

    /// <summary>Null where no mapping to the core is in force.</summary>
    public IReadOnlyList<SharedCoreFigures>? Core()
    {
        if (disclosedCore is null) return null;
        var figures = disclosedCore.Figures(published);
        Hidden += disclosedCore.Hidden;
        return figures;
    }

    /// <summary>By code; nobody without consent.</summary>
    public IReadOnlyList<SharedAgency> Agencies() =>
    [
        .. document.Agencies.Where(a => a.Consent).OrderBy(a => a.Code, StringComparer.Ordinal).Select(a => new SharedAgency(
            a.Code, new SortedDictionary<string, string>(a.Names.ToDictionary(), StringComparer.Ordinal), a.Group, a.Region, a.Index.Index, a.Predicate, [.. a.Nodes.Select(n => n?.Index)], a.Change)),
    ];

    private IReadOnlyList<SharedArea> AreasOf(Slice slice, IReadOnlyList<NationalSummary> summaries) =>
    [
        .. slice.Codes.Select(code => new SharedArea(
            code, new SortedDictionary<string, string>((summaries.FirstOrDefault(s => s.Code == code)?.Names ?? new Dictionary<string, string>()).ToDictionary(), StringComparer.Ordinal),
            FiguresOf(slice.Name, code, [.. document.Agencies.Where(a => slice.KeyOf(a) == code)], summaries.FirstOrDefault(s => s.Code == code)))),
    ];

    private SharedFigures FiguresOf(string slice, string code, IReadOnlyList<NationalAgency> agencies, NationalSummary? summary)
    {
        var whole = Row(TableName(slice, ""), code);
        var mean = Mean(whole.Total, summary?.Mean, agencies, a => a.Index);
        return new SharedFigures(Noted(whole.Total), mean, mean is null ? null : summary!.Count, whole.Counts, [.. document.Nodes.Select((node, i) =>
        {
            var row = Row(TableName(slice, node.Code), code);
            return new SharedNodeFigures(Mean(row.Total, summary?.Nodes[i], agencies, a => a.Nodes[i]), row.Counts);
        })]);
    }

    private (int? Total, IReadOnlyList<int?> Counts) Row(string table, string code)
    {
        var (found, row) = (published[table], RowOf(table, code));
        return ((int?)found.RowTotals[row], [.. found.Counts[row].Select(c => Noted((int?)c))]);
    }

    /// <summary>Where the number may be said and nobody makes most of the sum alone.</summary>
    private decimal? Mean(int? total, NationalFigure? mean, IReadOnlyList<NationalAgency> agencies, Func<NationalAgency, NationalFigure?> figure)
    {
        List<decimal> values = [.. agencies.Select(figure).OfType<NationalFigure>().Select(f => f.Index)];
        return Noted(total is null || values.Count == 0 || values.Max() > Rule.DominanceShare * values.Sum() ? null : mean?.Index);
    }

    private SharedChange? Change()
    {
        if (document.Previous is not { } previous) return null;
        if (!previous.Comparable || !published.TryGetValue("change", out var table)) return new SharedChange(previous.Round, previous.Comparable, null, null, null, null, null);
        var counts = table.Counts[0];
        var both = Noted((int?)table.Total);
        return new SharedChange(previous.Round, true, both, Noted((int?)counts[0]), Noted((int?)counts[1]), Noted((int?)counts[2]), both is null ? null : document.Whole.Change?.Panel.Difference);
    }

    private CountTable? ChangeTable()
    {
        if (document is not { Previous.Comparable: true, Whole.Change: { } change }) return null;
        return new CountTable
        {
            Name = "change", RowDimension = "panel", ColumnDimension = "direction", Population = $"{document.Round} and {document.Previous.Round}",
            Rows = [All], Columns = ["up", "same", "down"], Counts = [[change.Rose, change.Stayed, change.Fell]],
        };
    }

    /// <summary>The index, then the nodes.</summary>
    private IEnumerable<(string Code, Func<NationalAgency, NationalFigure?> Figure)> Subjects() =>
        document.Nodes.Select((node, i) => (node.Code, (Func<NationalAgency, NationalFigure?>)(a => a.Nodes[i]))).Prepend(("", a => a.Index));

    private IEnumerable<CountTable> TablesOf((string Code, Func<NationalAgency, NationalFigure?> Figure) subject)
    {
        yield return TableOf(new Slice(All, [All], _ => All), subject);
        foreach (var slice in slices) yield return TableOf(slice, subject);
    }

    private CountTable TableOf(Slice slice, (string Code, Func<NationalAgency, NationalFigure?> Figure) subject) => new()
    {
        Name = TableName(slice.Name, subject.Code), RowDimension = slice.Name, ColumnDimension = "predicate " + subject.Code, Population = document.Round,
        Rows = slice.Codes, Columns = [.. predicates.Select(p => p.Code)],
        Counts = [.. slice.Codes.Select(code => (IReadOnlyList<long>)[.. predicates.Select(p => document.Agencies.LongCount(a => slice.KeyOf(a) == code && subject.Figure(a) is { } figure && p.Contains(figure.Index)))])],
    };

    private int RowOf(string table, string code) => table.StartsWith(All, StringComparison.Ordinal) ? 0 : slices.Single(s => table.StartsWith(s.Name, StringComparison.Ordinal)).Codes.Index().First(c => c.Item == code).Index;

    private static string TableName(string slice, string subject) => $"{slice}/{subject}";

    private static IReadOnlyList<string> RegionsOf(NationalDocument document) =>
        [.. document.Regions.Select(r => r.Code), .. document.Agencies.Any(a => a.Region is null) ? [""] : Array.Empty<string>()];

    private T? Noted<T>(T? shown)
        where T : struct
    {
        if (shown is null) Hidden++;
        return shown;
    }

    private decimal? Noted(decimal? shown) => Noted<decimal>(shown);

    /// <param name="Name">Of the way of dividing.</param>
    /// <param name="Codes">Of its parts.</param>
    /// <param name="KeyOf">The part an agency is in.</param>
    private sealed record Slice(string Name, IReadOnlyList<string> Codes, Func<NationalAgency, string> KeyOf);
}
