using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>
/// Names of the 193 states: in English as the UN writes them, in the other languages of the screens from the Unicode CLDR, save where the UN's own name differs
/// (<c>tenants/hub/country-names.csv</c>).
/// </summary>
public static class CountryNames
{
    private const string File = "country-names.csv";

    private static readonly string[] Languages = ["en", "id", "ar", "fr"];
    private static readonly Lazy<Known> All = new(Read);

    /// <summary>In the language, else in English; the code where nobody knows it.</summary>
    public static string In(string code, string language) =>
        All.Value.Names.TryGetValue(code, out var names) ? names[Math.Max(0, Array.IndexOf(Languages, language))] : code;

    /// <summary>ISO 3166-1 alpha-3 of all states.</summary>
    public static IReadOnlyCollection<string> Codes => All.Value.Names.Keys;

    /// <summary>ISO 3166-1: the alpha-3 code of an alpha-2 one.</summary>
    public static string? CodeOfAlpha2(string? alpha2) => alpha2 is null ? null : All.Value.Alpha2.GetValueOrDefault(alpha2);

    /// <summary>The code of a state by its English name, today's or an earlier one.</summary>
    public static string? CodeOf(string name) => All.Value.Codes.GetValueOrDefault(name.Trim());

    private static Known Read()
    {
        using var reader = new StreamReader(typeof(CountryNames).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"{File} is not in this build."));
        var log = new ProblemLog();
        List<string[]> rows = [.. StrictCsv.Parse(File, reader.ReadToEnd(), log).Skip(1).Select(r => r.Fields.Select(f => f.Value).ToArray())];
        if (log.Count > 0) throw new InvalidOperationException($"{File} is damaged.");
        var codes = rows.SelectMany(r => r[6].Split(';', StringSplitOptions.RemoveEmptyEntries).Append(r[2]).Select(name => (name, r[0])));
        return new(
            rows.ToDictionary(r => r[0], r => r[2..6], StringComparer.Ordinal),
            rows.ToDictionary(r => r[1], r => r[0], StringComparer.OrdinalIgnoreCase),
            codes.ToDictionary(c => c.name, c => c.Item2, StringComparer.OrdinalIgnoreCase));
    }

    private sealed record Known(Dictionary<string, string[]> Names, Dictionary<string, string> Alpha2, Dictionary<string, string> Codes);
}
