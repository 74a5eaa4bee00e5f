using System.Globalization;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>
/// Reads the EGDI of one or more editions: country, iso3, year, egdi, osi, hci, tii, epi, rank. What can't be is refused with its line; where the UN's own figures disagree
/// (an index that is not the mean of its components in the last digit, another rank than the indices give) a warning says so.
/// </summary>
public static class EgdiFile
{
    private static readonly string[] Columns = ["country", "iso3", "year", "egdi", "osi", "hci", "tii", "epi", "rank"];

    private const int MostDecimals = 6;
    private const int LongestName = 100;

    /// <summary>The editions of a file, the earliest first, or every problem found.</summary>
    public static FileResult<IReadOnlyList<EgdiEdition>> Read(string file)
    {
        var log = new ProblemLog();
        return Finish(file, StrictText.Read(file, log), log);
    }

    /// <summary>The same of a text at hand; its name stands in the problems.</summary>
    public static FileResult<IReadOnlyList<EgdiEdition>> Parse(string name, string text) => Finish(name, text, new ProblemLog());

    private static FileResult<IReadOnlyList<EgdiEdition>> Finish(string file, string? text, ProblemLog log) =>
        log.Finish<IReadOnlyList<EgdiEdition>>(text is null ? null : Editions(file, StrictCsv.Parse(file, text, log), log));

    private static List<EgdiEdition>? Editions(string file, IReadOnlyList<CsvRow> rows, ProblemLog log)
    {
        if (log.Count > 0) return null;
        if (rows.Count == 0 || !rows[0].Fields.Select(f => f.Value).SequenceEqual(Columns))
        {
            log.Add(file, Position.Start, "The first line does not name the columns.", $"Write: {string.Join(',', Columns)}");
            return null;
        }

        var read = rows.Skip(1).Select(row => Row(file, row, log)).OfType<Line>().ToList();
        return log.Count > 0 ? null : [.. read.GroupBy(l => l.Year).OrderBy(e => e.Key).Select(e => Edition(file, [.. e], log))];
    }

    private static EgdiEdition Edition(string file, IReadOnlyList<Line> lines, ProblemLog log)
    {
        var edition = new EgdiEdition(lines[0].Year, lines.Max(l => l.Decimals), [.. lines.Select(l => l.Country)]);
        foreach (var twice in lines.GroupBy(l => l.Country.Code, StringComparer.Ordinal).Where(g => g.Count() > 1))
            log.Add(file, twice.Last().At, $"{twice.Key} stands twice in {edition.Year}.", "Leave one of the two lines out.");
        if (lines.Count != EgdiEdition.States)
            log.Add(file, lines[^1].At, $"The edition of {edition.Year} has {lines.Count} countries.", $"The survey has {EgdiEdition.States}: give all of them.");
        if (log.Count > 0) return edition;

        var ranks = EgdiRanks.Of(edition);
        foreach (var (_, country, _, at) in lines)
        {
            var mean = country.Components.Mean(edition.Decimals);
            if (mean != country.Egdi) log.Warn(file, at, $"{country.Code} {edition.Year}: the index {country.Egdi} is not the mean of its components, {mean}.", "It is kept as published.");
            if (ranks[country.Code] != country.Rank) log.Warn(file, at, $"{country.Code} {edition.Year}: the rank {country.Rank} is not the one of its index, {ranks[country.Code]}.", "It is kept as published.");
        }

        return edition;
    }

    private static Line? Row(string file, CsvRow row, ProblemLog log)
    {
        if (row.Fields.Count != Columns.Length)
        {
            log.Add(file, row.At, $"This line has {row.Fields.Count} fields, not {Columns.Length}.", "Check its commas; put a name with a comma in quotes.");
            return null;
        }

        var before = log.Count;
        var fields = Columns.Zip(row.Fields).ToDictionary(f => f.First, f => f.Second, StringComparer.Ordinal);
        if (fields["country"].Value.Trim().Length is 0 or > LongestName) log.Add(file, fields["country"].At, "The country's name is missing or too long.", $"Write 1 to {LongestName} characters.");
        var code = fields["iso3"];
        if (code.Value.Length != 3 || !code.Value.All(char.IsAsciiLetterUpper)) log.Add(file, code.At, $"'{YamlReader.Shorten(code.Value)}' is no country code.", "Write three capital letters (ISO 3166-1 alpha-3).");
        var (egdi, osi, hci, tii) = (Index("egdi"), Index("osi"), Index("hci"), Index("tii"));
        var epi = fields["epi"].Value.Length == 0 ? (decimal?)null : Index("epi");
        var (year, rank) = (Whole("year", 2000, 2100), Whole("rank", 1, EgdiEdition.States));
        if (log.Count > before) return null;

        var country = new EgdiCountry { Code = code.Value, Name = fields["country"].Value.Trim(), Egdi = egdi, Components = new(osi, tii, hci), Epi = epi, Rank = rank };
        return new Line(year, country, egdi.Scale, row.At);

        decimal Index(string column)
        {
            var field = fields[column];
            if (decimal.TryParse(field.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1 && value.Scale <= MostDecimals) return value;
            log.Add(file, field.At, $"'{YamlReader.Shorten(field.Value)}' in the column '{column}' is no index.", $"Write a number from 0 to 1 with a point and at most {MostDecimals} decimals.");
            return 0;
        }

        int Whole(string column, int least, int most)
        {
            var field = fields[column];
            if (int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
            log.Add(file, field.At, $"'{YamlReader.Shorten(field.Value)}' in the column '{column}' can't be.", $"Write a whole number from {least} to {most}.");
            return 0;
        }
    }

    private sealed record Line(int Year, EgdiCountry Country, int Decimals, Position At);
}
