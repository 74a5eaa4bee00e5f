using System.Globalization;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads what tenants and the hub have in common.</summary>
internal sealed partial class SpaceYaml(YamlReader yaml, string folder, string? onlyId = null)
{
    private static readonly string[] Days = [.. Enum.GetNames<DayOfWeek>().Select(d => d.ToLowerInvariant())];

    public static bool IsCode(string code) => Code().IsMatch(code);

    private static bool IsCountry(string code) => code.Length == 2 && code.All(char.IsAsciiLetterUpper);

    public SpaceDefinition? Read()
    {
        var before = yaml.Log.Count;
        var id = Id();
        var languages = LanguageTags.Read(yaml, "languages");
        var names = yaml.Map("names") is { } group ? Names(group, languages) : null;
        var timeZone = Checked("timeZone", IsTimeZone, "There is no time zone", "Give an IANA name, for example Asia/Jakarta.");
        var day = Checked("firstDayOfWeek", d => Days.Contains(d), "There is no day", $"Use one of: {string.Join(", ", Days)}.");
        var accent = Accent();
        var hosts = yaml.OptionalList("hosts").Select(Host).OfType<string>().ToList();
        var support = yaml.OptionalText("supportContact");
        var country = yaml.Has("country") ? Checked("country", IsCountry, "There is no country", "Give its two letters of ISO 3166-1, for example ID.") : null;
        if (yaml.Log.Count > before)
        {
            return null;
        }

        return new SpaceDefinition
        {
            Id = id!,
            FirstDayOfWeek = (DayOfWeek)Array.IndexOf(Days, day),
            Settings = new SpaceSettings
            {
                Names = names!,
                Languages = languages,
                TimeZone = timeZone!,
                Country = country,
                Accent = accent!,
                Hosts = hosts,
                SupportContact = support,
            },
        };
    }

    /// <summary>A name in every language of the space; further languages are welcome.</summary>
    public static LocalizedText Names(YamlReader group, IReadOnlyList<string> languages)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in group.Entries)
        {
            if (!LanguageTags.IsTag(entry.Key.Value))
            {
                var message = $"'{YamlReader.Shorten(entry.Key.Value)}' is no language tag.";
                group.Log.Add(group.File, entry.Key.At, message, "Use tags such as id, en or sr-Latn.");
            }
            else if (group.TextOf(entry.Value, entry.Key.Value) is { } name)
            {
                names[entry.Key.Value] = name;
            }
        }

        foreach (var language in languages.Where(l => !group.Has(l)))
        {
            group.Log.Add(group.File, group.At, $"The name in '{language}' is missing.", $"Add '{language}: ...' to the names.");
        }

        return new LocalizedText(names);
    }

    private string? Id()
    {
        var folderName = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var expected = onlyId ?? folderName;
        return Checked("id", id => id == expected && IsCode(id) && id == SpaceInfo.HubId == (onlyId is not null), "This space can't be called", Advice());

        string Advice() => onlyId is null ? $"Use the folder's name, '{folderName}': lower-case letters, digits and '-'." : $"Write '{onlyId}'.";
    }

    private string? Accent()
    {
        if (yaml.Map("branding") is not { } group)
        {
            return null;
        }

        var accent = group.Text("accentColor");
        if (accent is not null && (!Color().IsMatch(accent) || ContrastOnWhite(accent) < 4.5))
        {
            var message = $"'{YamlReader.Shorten(accent)}' can't be read on white (WCAG AA asks for a contrast of 4.5), or is no colour.";
            group.Log.Add(group.File, group.PositionOf("accentColor"), message, "Write a darker colour as \"#rrggbb\", in quotes.");
        }

        group.RefuseOtherKeys();
        return accent;
    }

    private string? Host(YamlNode node)
    {
        var host = yaml.TextOf(node, "hosts");
        if (host is not null && Uri.CheckHostName(host) is not UriHostNameType.Dns)
        {
            yaml.Log.Add(yaml.File, node.At, $"'{YamlReader.Shorten(host)}' is no host name.", "Write for example indonesia.example.org.");
        }

        return host;
    }

    private string? Checked(string key, Func<string, bool> isValid, string message, string whatToDo)
    {
        var value = yaml.Text(key);
        if (value is not null && !isValid(value))
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf(key), $"{message} '{YamlReader.Shorten(value)}'.", whatToDo);
        }

        return value;
    }

    private static bool IsTimeZone(string name) => name.Contains('/') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    // Relative luminance and contrast as WCAG 2.2 defines them.
    private static double ContrastOnWhite(string color)
    {
        double Channel(int at)
        {
            var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 1.05 / ((0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5)) + 0.05);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$", RegexOptions.None, 1000)]
    private static partial Regex Color();
}
