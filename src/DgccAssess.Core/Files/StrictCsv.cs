using System.Text;

namespace DgccAssess.Core.Files;

public sealed record CsvField(Position At, string Value);

public sealed record CsvRow(Position At, IReadOnlyList<CsvField> Fields);

/// <summary>Reads comma-separated rows (RFC 4180) and keeps the place of every field, which CSV libraries do not.</summary>
public sealed class StrictCsv
{
    private const char Quote = '"';

    private readonly string file;
    private readonly string text;
    private readonly ProblemLog log;
    private int index;
    private int line = 1;
    private int lineStart;

    private StrictCsv(string file, string text, ProblemLog log) => (this.file, this.text, this.log) = (file, text.ReplaceLineEndings("\n"), log);

    private Position Here => new(line, index - lineStart + 1);

    /// <summary>The rows that are not blank; a faulty quote is logged and ends the reading.</summary>
    public static IReadOnlyList<CsvRow> Parse(string file, string text, ProblemLog log)
    {
        var csv = new StrictCsv(file, text, log);
        var rows = new List<CsvRow>();
        while (csv.index < csv.text.Length)
        {
            var (at, before) = (csv.Here, log.Count);
            var fields = csv.ReadRow();
            if (log.Count > before)
            {
                break;
            }

            if (fields is not [{ Value: "" }])
            {
                rows.Add(new CsvRow(at, fields));
            }
        }

        return rows;
    }

    private List<CsvField> ReadRow()
    {
        var fields = new List<CsvField>();
        do
        {
            var at = Here;
            fields.Add(new CsvField(at, index < text.Length && text[index] == Quote ? ReadQuoted(at) : ReadPlain()));
        } while (Skip(','));

        if (index < text.Length && !Skip('\n'))
        {
            log.Add(file, Here, "A quoted field is followed by more text.", "Put the whole field in quotes and write a quote inside it twice.");
        }

        return fields;
    }

    private string ReadPlain()
    {
        var end = text.AsSpan(index).IndexOfAny(',', '\n');
        var value = end < 0 ? text[index..] : text[index..(index + end)];
        index += value.Length;
        if (value.Contains(Quote))
        {
            log.Add(file, Here, "A quote stands inside a field without quotes.", "Put the whole field in quotes and write the quote twice.");
        }

        return value.Trim().Normalize();
    }

    private string ReadQuoted(Position at)
    {
        var value = new StringBuilder();
        index++;
        while (index < text.Length)
        {
            if (!Skip(Quote))
            {
                value.Append(text[index]);
                Skip(text[index]);
            }
            else if (!Skip(Quote))
            {
                return value.ToString().Trim().Normalize();
            }
            else
            {
                value.Append(Quote);
            }
        }

        log.Add(file, at, "The quote that begins here is never closed.", "Add the closing quote.");
        return string.Empty;
    }

    private bool Skip(char c)
    {
        if (index >= text.Length || text[index] != c)
        {
            return false;
        }

        index++;
        if (c == '\n')
        {
            line++;
            lineStart = index;
        }

        return true;
    }
}
