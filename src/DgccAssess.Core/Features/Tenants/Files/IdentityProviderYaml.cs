using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads identityProvider: where a government's officials sign in.</summary>
internal sealed class IdentityProviderYaml(YamlReader group, SpaceKind kind)
{
    private const string Key = "identityProvider";

    /// <summary>As long as the key of a sign-in in the database.</summary>
    private const int MaxIssuer = 128;

    private const int MaxText = 200;
    private const int MaxItems = 200;

    public static IdentityProviderSettings? Read(YamlReader yaml, IReadOnlyList<string> languages, SpaceKind kind) =>
        Group(yaml) is { } group ? new IdentityProviderYaml(group, kind).Read(languages) : null;

    /// <summary>Agencies are read last: whether those that values mean are among them.</summary>
    public static void CheckAgencies(YamlReader yaml, IReadOnlyList<AgencyDefinition> agencies)
    {
        var codes = agencies.Select(a => a.Code).ToList();
        foreach (var node in Group(yaml)?.Optional("agencies") is YamlMap map ? map.Entries.Select(e => e.Value) : [])
        {
            if (node is not YamlScalar { Value: var code } || codes.Contains(code)) continue;
            yaml.Log.Add(yaml.File, node.At, $"There is no agency '{YamlReader.Shorten(code)}'.{Nearest.Hint(code, codes)}", "Use a code of agencies.csv, or add the agency there.");
        }
    }

    private static YamlReader? Group(YamlReader yaml) => yaml.Optional(Key) is { } node ? YamlReader.Of(yaml.File, node, yaml.Log) : null;

    private IdentityProviderSettings Read(IReadOnlyList<string> languages)
    {
        var (issuer, client) = (Issuer(), Short(group.Text("clientId"), group.PositionOf("clientId")));
        var names = group.Map("names") is { } map ? SpaceYaml.Names(map, languages) : LocalizedText.Of();
        var (claims, allow, second) = (Optional("claims"), group.Map("allow"), Optional("secondFactor"));
        var (roles, defaultRole) = (Map("roles"), group.OptionalText("defaultRole"));
        foreach (var (mapped, at) in roles) CheckRole(mapped.Meaning, at);
        CheckRole(defaultRole ?? "", group.PositionOf("defaultRole"));
        var settings = new IdentityProviderSettings
        {
            Issuer = issuer,
            ClientId = client,
            Names = names,
            Scopes = group.Has("scopes") ? Texts(group, "scopes") : IdentityProviderSettings.DefaultScopes,
            EmailClaim = Claim(claims, "email") ?? "email",
            NameClaim = Claim(claims, "name") ?? "name",
            AgencyClaim = Claim(claims, "agency"),
            RoleClaim = Claim(claims, "role") ?? "role",
            TrustsEmail = group.Flag("trustsEmail"),
            Roles = [.. roles.Select(r => r.Mapped)],
            DefaultRole = defaultRole,
            Agencies = [.. Map("agencies").Select(a => a.Mapped)],
            AllowedDomains = Domains(allow),
            AllowedSubjects = allow is null ? [] : Texts(allow, "subjects"),
            SecondFactorMethods = second is null ? [] : Texts(second, "amr"),
            SecondFactorClasses = second is null ? [] : Texts(second, "acr"),
            LocalSignIn = LocalSignIn(),
        };
        foreach (var part in new[] { claims, allow, second, group }) part?.RefuseOtherKeys();
        if (allow is not null && settings.AllowedDomains.Count + settings.AllowedSubjects.Count == 0) group.Log.Add(group.File, allow.At, "Nobody is let in.", "Add domains, for example [ministry.gov.example, \"*.gov.example\"], or subjects.");
        if (settings.Agencies.Count > 0 && settings.AgencyClaim is null) group.Log.Add(group.File, group.PositionOf("agencies"), "Agencies are given, and no claim to read them from.", "Add 'agency: ...' to the claims.");
        WarnOfNoAdministrator(settings);
        return settings;
    }

    private string Issuer()
    {
        if (group.Text("issuer") is not { } issuer) return "";
        var isIssuer = issuer.Length <= MaxIssuer && Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri is { Query.Length: 0, Fragment.Length: 0, UserInfo.Length: 0 }
            // On the machine itself nobody is between.
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
        if (!isIssuer) group.Log.Add(group.File, group.PositionOf("issuer"), $"'{YamlReader.Shorten(issuer)}' is no issuer.", $"Write the provider's whole address, which begins with https:// and has no ? or #; at most {MaxIssuer} characters.");
        return issuer;
    }

    private void CheckRole(string role, Position at)
    {
        if (role.Length == 0 || Security.Roles.ExistsIn(kind, role)) return;
        var known = Security.Roles.Defaults.Keys.Where(r => Security.Roles.ExistsIn(kind, r)).Order(StringComparer.Ordinal);
        group.Log.Add(group.File, at, $"There is no role '{YamlReader.Shorten(role)}'.", $"Use: {string.Join(", ", known)}.");
    }

    private List<string> Domains(YamlReader? allow)
    {
        if (allow is null) return [];
        foreach (var node in allow.OptionalList("domains").OfType<YamlScalar>().Where(n => !IsDomain(n.Value)))
        {
            group.Log.Add(group.File, node.At, $"'{YamlReader.Shorten(node.Value)}' is no end of mail addresses.", "Write ministry.gov.example, \"*.gov.example\" for everything below it, or \"*\" for whoever the provider knows.");
        }

        return Texts(allow, "domains");
    }

    private static bool IsDomain(string domain) =>
        domain == "*" || (Uri.CheckHostName(domain.StartsWith("*.", StringComparison.Ordinal) ? domain[2..] : domain) is UriHostNameType.Dns && domain.Contains('.', StringComparison.Ordinal));

    // A flag that is missing says no elsewhere; nobody is to be locked out by leaving it out.
    private bool LocalSignIn() => !group.Has("localSignIn") ? group.Optional("localSignIn") is null : group.Flag("localSignIn");

    private YamlReader? Optional(string key) => group.Optional(key) is { } node ? YamlReader.Of(group.File, node, group.Log) : null;

    private static string? Claim(YamlReader? claims, string key) => claims?.OptionalText(key);

    private List<(MappedValue Mapped, Position At)> Map(string key)
    {
        var entries = Optional(key)?.Entries.ToList() ?? [];
        if (entries.Count > MaxItems) group.Log.Add(group.File, group.PositionOf(key), $"'{key}' has {entries.Count} entries.", $"Write at most {MaxItems}.");
        return [.. entries.Select(e => (new MappedValue(Short(e.Key.Value, e.Key.At), group.TextOf(e.Value, e.Key.Value) ?? ""), e.Value.At))];
    }

    private List<string> Texts(YamlReader from, string key)
    {
        var nodes = from.OptionalList(key);
        if (nodes.Count > MaxItems) group.Log.Add(group.File, from.PositionOf(key), $"'{key}' has {nodes.Count} entries.", $"Write at most {MaxItems}.");
        return [.. nodes.Select(n => from.TextOf(n, key) is { } text ? Short(text, n.At) : null).OfType<string>()];
    }

    private string Short(string? text, Position at)
    {
        if (text?.Length > MaxText) group.Log.Add(group.File, at, $"'{YamlReader.Shorten(text)}' has {text.Length} characters.", $"Write at most {MaxText}.");
        return text ?? "";
    }

    private void WarnOfNoAdministrator(IdentityProviderSettings settings)
    {
        if (settings.LocalSignIn || settings.Roles.Count == 0 || settings.Roles.Any(r => r.Meaning == Security.Roles.Administrator)) return;
        group.Log.Warn(group.File, group.PositionOf("roles"), "Nobody is an administrator by these roles, and local sign-in is off.", $"Map a value to {Security.Roles.Administrator}.");
    }
}
