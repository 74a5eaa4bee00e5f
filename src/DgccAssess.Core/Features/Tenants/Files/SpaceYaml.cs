using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads what tenants and the hub have in common.</summary>
internal sealed partial class SpaceYaml(YamlReader yaml, string folder, string? onlyId = null)
{
    private const int MaxHosts = 20;
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
        var brand = Branding.Read(yaml, folder);
        var hosts = Hosts();
        var support = yaml.OptionalText("supportContact");
        var country = yaml.Has("country") ? Checked("country", IsCountry, "There is no country", "Give its two letters of ISO 3166-1, for example ID.") : null;
        var (mfaRoles, idleMinutes) = Security();
        var (signInDays, deletionDays) = Retention();
        var provider = IdentityProviderYaml.Read(yaml, languages, onlyId is null ? SpaceKind.Tenant : SpaceKind.Hub);
        var exportKey = onlyId is null ? ExportKeyFile.Read(yaml, folder) : null;
        var texts = new SpaceTextsFiles(folder, yaml.Log).Read(languages);
        if (yaml.Log.Count > before)
        {
            return null;
        }

        return new SpaceDefinition
        {
            Id = id!,
            Logo = brand!.Logo,
            Texts = texts,
            Settings = new SpaceSettings
            {
                Names = names!,
                Languages = languages,
                TimeZone = timeZone!,
                Country = country,
                FirstDayOfWeek = (DayOfWeek)Array.IndexOf(Days, day),
                Accent = brand.Accent!,
                Band = brand.Band,
                Logo = brand.Logo?.Logo,
                Texts = [.. texts.Keys],
                Hosts = hosts,
                SupportContact = support,
                MfaRoles = mfaRoles,
                IdleMinutes = idleMinutes,
                SignInDays = signInDays,
                DeletionDays = deletionDays,
                ExportKey = exportKey,
                IdentityProvider = provider,
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

    private List<string> Hosts()
    {
        var hosts = new List<string>();
        foreach (var node in yaml.OptionalList("hosts"))
        {
            if (yaml.TextOf(node, "hosts") is not { } host) continue;
            if (Uri.CheckHostName(host) is not UriHostNameType.Dns || hosts.Contains(host, StringComparer.OrdinalIgnoreCase) || hosts.Count == MaxHosts)
            {
                yaml.Log.Add(yaml.File, node.At, $"'{YamlReader.Shorten(host)}' is no host name, stands twice, or is one too many.", $"Write for example indonesia.example.org; at most {MaxHosts}.");
            }

            hosts.Add(host);
        }

        return hosts;
    }

    private (IReadOnlyList<string> MfaRoles, int IdleMinutes) Security()
    {
        var standard = new { Roles = SpaceSettings.DefaultMfaRoles, Minutes = 60 };
        if (OptionalMap("security") is not { } group) return (standard.Roles, standard.Minutes);

        var (kind, roles) = (onlyId is null ? SpaceKind.Tenant : SpaceKind.Hub, new List<string>());
        foreach (var node in group.OptionalList("mfaRoles"))
        {
            if (group.TextOf(node, "mfaRoles") is not { } role) continue;
            if (!Roles.ExistsIn(kind, role) || roles.Contains(role))
            {
                var known = Roles.Defaults.Keys.Where(r => Roles.ExistsIn(kind, r)).Order(StringComparer.Ordinal);
                group.Log.Add(group.File, node.At, $"There is no role '{YamlReader.Shorten(role)}', or it stands twice.", $"Use: {string.Join(", ", known)}.");
            }

            roles.Add(role);
        }

        var minutes = Whole(group, "idleMinutes", 5, 480, standard.Minutes, "minutes");
        group.RefuseOtherKeys();
        return (group.Has("mfaRoles") ? roles : standard.Roles, minutes);
    }

    private (int SignInDays, int DeletionDays) Retention()
    {
        if (OptionalMap("retention") is not { } group) return (30, 30);

        var days = (Whole(group, "signInDays", 1, 730, 30, "days"), Whole(group, "deletionDays", 7, 365, 30, "days"));
        group.RefuseOtherKeys();
        return days;
    }

    private YamlReader? OptionalMap(string key) => yaml.Optional(key) is { } node ? YamlReader.Of(yaml.File, node, yaml.Log) : null;

    private static int Whole(YamlReader group, string key, int least, int most, int standard, string unit)
    {
        if (group.Optional(key) is not { } node || group.WholeNumberOf(node, key) is not { } number) return standard;
        if (number < least || number > most) group.Log.Add(group.File, node.At, $"{number} {unit} are not allowed for '{key}'.", $"Write {least} to {most}.");
        return number;
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

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
