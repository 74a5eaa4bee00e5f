using System.Globalization;
using System.Text;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>
/// Reads the EGDI of one or more editions: country, iso3, year, egdi, osi, hci, tii, epi, rank, or the columns of the UN's own file. What can't be is refused with its line; where the
/// UN's own figures disagree (an index that is not the mean of its components to four decimals, another rank than the indices give) a warning says so.
/// </summary>
public static class EgdiFile
{
    /// <summary>Decimals to which an index is compared with the mean of its components.</summary>
    public const int ComparedDecimals = 4;

    /// <summary>The editions of a file, the earliest first, or every problem found.</summary>
    public static FileResult<IReadOnlyList<EgdiEdition>> Read(string file)
    {
        var log = new ProblemLog();
        return Finish(file, StrictText.Read(file, log), log);
    }

    /// <summary>The same of a text at hand; its name stands in the problems.</summary>
    public static FileResult<IReadOnlyList<EgdiEdition>> Parse(string name, string text) => Finish(name, text, new ProblemLog());

    /// <summary>The same with what is wrong as values, for screens.</summary>
    public static EgdiReading Check(string text) => EgdiReader.Read(text);

    /// <summary>An edition in the product's own columns: the same figures give the same text, whatever file they came from.</summary>
    public static string Canonical(EgdiEdition edition)
    {
        var text = new StringBuilder(string.Join(',', EgdiColumns.Own)).Append('\n');
        foreach (var c in edition.Countries.OrderBy(c => c.Rank).ThenBy(c => c.Code, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(c.Name)},{c.Code},{edition.Year},{Number(c.Egdi)},{Number(c.Components.Osi)},{Number(c.Components.Hci)},{Number(c.Components.Tii)},{(c.Epi is { } epi ? Number(epi) : "")},{c.Rank}\n");
        }

        return text.ToString();
    }

    private static FileResult<IReadOnlyList<EgdiEdition>> Finish(string file, string? text, ProblemLog log)
    {
        var reading = text is null ? null : EgdiReader.Read(text);
        foreach (var problem in reading?.Problems ?? [])
        {
            var (message, whatToDo) = problem.InEnglish();
            log.Add(file, problem.At, message, whatToDo);
        }

        foreach (var d in reading?.Differences ?? [])
            log.Warn(file, new(d.Line, 1), d.IsRank ? $"{d.Code} {d.Edition}: the rank {d.Published} is not the one of its index, {d.Computed}." : $"{d.Code} {d.Edition}: the index {d.Published} is not the mean of its components, {d.Computed}.", "It is kept as published.");
        return log.Finish(reading?.Editions);
    }

    private static string Number(decimal value) => value.ToString("0.0000##", CultureInfo.InvariantCulture);

    private static string Quoted(string name) => name.AsSpan().IndexOfAny(",\"") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
