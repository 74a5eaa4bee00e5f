using DgccAssess.Scoring.Disclosure;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Sharing.Payload;

/// <summary>Tables of payloads that were published before, as disclosure control remembers them.</summary>
internal static class EarlierTables
{
    /// <summary>What earlier payloads said of a table; what they did not speak of is not among it.</summary>
    public static IReadOnlyList<PublishedTable> Of(CountTable table, IReadOnlyList<SharedPayload> earlier) => [.. earlier.Select(payload => Of(table, payload)).OfType<PublishedTable>()];

    private static PublishedTable? Of(CountTable table, SharedPayload payload)
    {
        if (payload.National is not { } national) return null;
        var parts = table.Name!.Split('/');
        if (DisclosedCore.Speaks(parts[0])) return OfCore(table, parts[0], parts[1], payload);
        if (parts[0] == "change")
            return national.Change is { } change ? Shaped(table, [new(table.Rows[0], [change.Up, change.Same, change.Down], change.Both)], [change.Up, change.Same, change.Down], change.Both) : null;

        IReadOnlyList<(string Code, SharedFigures Figures)>? rows = parts[0] switch
        {
            "all" => [(table.Rows[0], national.Figures)],
            "group" => payload.Areas?.Groups.Select(a => (a.Code, a.Figures)).ToList(),
            _ => payload.Areas?.Regions.Select(a => (a.Code, a.Figures)).ToList(),
        };
        if (rows is null) return null;
        var node = parts[1].Length == 0 ? -1 : payload.Instrument.Nodes.Index().Where(n => n.Item.Code == parts[1]).Select(n => n.Index).DefaultIfEmpty(-2).First();
        if (node == -2) return null;
        IReadOnlyList<int?> CountsOf(SharedFigures figures) => node < 0 ? figures.Predicates : figures.Nodes[node].Predicates;
        return Shaped(table, [.. rows.Select(r => new Row(r.Code, CountsOf(r.Figures), r.Figures.Agencies))], CountsOf(national.Figures), national.Figures.Agencies);
    }

    private static PublishedTable? OfCore(CountTable table, string kind, string question, SharedPayload payload)
    {
        if (kind == DisclosedCore.Size)
        {
            List<Row> sizes = [.. (payload.Core ?? []).Where(c => c.Group is not null).Select(c => new Row(c.Group!, [c.Agencies], c.Agencies))];
            var total = payload.Core?.FirstOrDefault(c => c.Group is null)?.Agencies;
            return sizes.Count == 0 ? null : Shaped(table, sizes, [total], total);
        }

        if (payload.Core?.FirstOrDefault(c => c.Group is null)?.Find(question) is not { } whole) return null;
        if (kind == DisclosedCore.Change)
        {
            // Said with all its parts or not at all: with them its sum was said too.
            IReadOnlyList<int?> parts = [whole.Change?.Up, whole.Change?.Same, whole.Change?.Down];
            return Shaped(table, [new(table.Rows[0], parts, parts.Aggregate((a, b) => a + b))], parts, parts.Aggregate((a, b) => a + b));
        }

        IReadOnlyList<int?> CountsOf(SharedCoreQuestion said) => table.Columns.Count == CoreStructure.Levels ? said.Levels : said.ToBands().ToList();
        if (kind == DisclosedCore.All) return Shaped(table, [new(table.Rows[0], CountsOf(whole), whole.Answered)], CountsOf(whole), whole.Answered);
        var groups = payload.Core.Where(c => c.Group is not null).Select(c => (Code: c.Group!, Question: c.Find(question))).Where(c => c.Question is not null).ToList();
        return groups.Count == 0 ? null : Shaped(table, [.. groups.Select(g => new Row(g.Code, CountsOf(g.Question!), g.Question!.Answered))], CountsOf(whole), whole.Answered);
    }

    /// <summary>With the rows and columns of the table now; a row that was not there was hidden.</summary>
    private static PublishedTable Shaped(CountTable table, IReadOnlyList<Row> rows, IReadOnlyList<int?> sums, int? total)
    {
        var byCode = rows.ToDictionary(r => r.Code, StringComparer.Ordinal);
        return new PublishedTable(
            table.Name,
            [.. table.Rows.Select(code => (IReadOnlyList<long?>)[.. table.Columns.Select((_, j) => byCode.TryGetValue(code, out var row) ? row.Counts.ElementAtOrDefault(j) : (long?)null)])],
            [.. table.Rows.Select(code => byCode.TryGetValue(code, out var row) ? row.Total : (long?)null)],
            [.. table.Columns.Select((_, j) => (long?)sums.ElementAtOrDefault(j))],
            total);
    }

    private sealed record Row(string Code, IReadOnlyList<int?> Counts, int? Total);
}
