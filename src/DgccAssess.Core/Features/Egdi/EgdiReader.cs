using System.Globalization;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>Reads rows of a file into editions and collects what is wrong, line by line.</summary>
internal sealed class EgdiReader
{
    private const int MostDecimals = 6;
    private const int LongestName = 100;

    // A hostile file must not turn into a million messages.
    private const int MostProblems = 200;

    private readonly List<EgdiProblem> problems = [];
    private IReadOnlyList<string> columns = [];

    public static EgdiReading Read(string text)
    {
        var log = new ProblemLog();
        var rows = StrictCsv.Parse("", text, log);
        if (log.Finish("").Problems is [var syntax, ..]) return new([], [new(EgdiFault.Syntax, new(syntax.Line, syntax.Column))], []);
        return new EgdiReader().Read(rows);
    }

    private EgdiReading Read(IReadOnlyList<CsvRow> rows)
    {
        if (rows.Count == 0 || EgdiColumns.Of([.. rows[0].Fields.Select(f => f.Value)]) is not { } found) return new([], [new(EgdiFault.Columns, Position.Start)], []);
        columns = found;
        List<Line> lines = [.. rows.Skip(1).TakeWhile(_ => problems.Count < MostProblems).Select(Row).OfType<Line>()];
        if (problems.Count > 0) return new([], problems, []);

        List<List<Line>> editions = [.. lines.GroupBy(l => l.Year).OrderBy(e => e.Key).Select(e => e.ToList())];
        if (editions.Count == 0) Report(EgdiFault.Count, Position.Start, 0, "–", EgdiEdition.States);
        foreach (var edition in editions) CheckWhole(edition);
        if (problems.Count > 0) return new([], problems, []);

        List<(EgdiEdition Edition, List<Line> Lines)> read = [.. editions.Select(e => (new EgdiEdition(e[0].Year, e.Max(l => l.Decimals), [.. e.Select(l => l.Country)]), e))];
        return new([.. read.Select(r => r.Edition)], [], [.. read.SelectMany(r => Differences(r.Edition, r.Lines))]);
    }

    private void CheckWhole(List<Line> edition)
    {
        foreach (var twice in edition.GroupBy(l => l.Country.Code, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Report(EgdiFault.Twice, twice.Last().At, twice.Key, edition[0].Year);
        if (edition.Count != EgdiEdition.States) Report(EgdiFault.Count, edition[^1].At, edition.Count, edition[0].Year, EgdiEdition.States);
    }

    private static IEnumerable<EgdiDifference> Differences(EgdiEdition edition, List<Line> lines)
    {
        var ranks = EgdiRanks.Of(edition);
        foreach (var (year, country, _, at) in lines)
        {
            var (mean, published) = (country.Components.Mean(EgdiFile.ComparedDecimals), Math.Round(country.Egdi, EgdiFile.ComparedDecimals, MidpointRounding.AwayFromZero));
            if (mean != published) yield return new(at.Line, country.Code, year, false, published, mean);
            if (ranks[country.Code] != country.Rank) yield return new(at.Line, country.Code, year, true, country.Rank, ranks[country.Code]);
        }
    }

    private Line? Row(CsvRow row)
    {
        if (row.Fields.Count != columns.Count)
        {
            Report(EgdiFault.Fields, row.At, row.Fields.Count, columns.Count);
            return null;
        }

        var before = problems.Count;
        var fields = columns.Zip(row.Fields).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
        var name = fields["country"];
        if (name.Value.Trim().Length is 0 or > LongestName) Report(EgdiFault.Name, name.At, LongestName);
        var code = Code(fields, name);
        var (egdi, osi, hci, tii) = (Index("egdi"), Index("osi"), Index("hci"), Index("tii"));
        var epi = fields.GetValueOrDefault("epi") is { Value.Length: > 0 } ? Index("epi") : (decimal?)null;
        var (year, rank) = (Whole("year", 2000, 2100), Whole("rank", 1, EgdiEdition.States));
        if (problems.Count > before) return null;

        // Zeros at the end say nothing: the UN's file writes 0.72650 for what it prints as 0.7265.
        var decimals = Math.Max(EgdiFile.ComparedDecimals, (int)Trimmed(egdi).Scale);
        var country = new EgdiCountry { Code = code, Name = name.Value.Trim(), Egdi = egdi, Components = new(osi, tii, hci), Epi = epi, Rank = rank };
        return new Line(year, country, decimals, row.At);

        decimal Index(string column)
        {
            var field = fields[column];
            if (decimal.TryParse(field.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 && value.Scale <= MostDecimals) return value;
            Report(EgdiFault.Index, field.At, YamlReader.Shorten(field.Value), column, MostDecimals);
            return 0;
        }

        int Whole(string column, int least, int most)
        {
            var field = fields[column];
            if (int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            Report(EgdiFault.Whole, field.At, YamlReader.Shorten(field.Value), column, least, most);
            return 0;
        }
    }

    private string Code(Dictionary<string, CsvField> fields, CsvField name)
    {
        if (!fields.TryGetValue("iso3", out var code))
        {
            if (CountryNames.CodeOf(name.Value) is { } known) return known;
            Report(EgdiFault.Country, name.At, YamlReader.Shorten(name.Value));
        }
        else if (code.Value.Length != 3 || !code.Value.All(char.IsAsciiLetterUpper))
        {
            Report(EgdiFault.Code, code.At, YamlReader.Shorten(code.Value));
        }

        return code?.Value ?? "";
    }

    private void Report(EgdiFault fault, Position at, params IReadOnlyList<object> values) => problems.Add(new(fault, at, values));

    private static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private sealed record Line(int Year, EgdiCountry Country, int Decimals, Position At);
}
