using DgccAssess.Core.Data;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Tenancy;

/// <summary>What a government decides about its own space; written from tenant.yaml, stored with the space in the hub's register.</summary>
public sealed record SpaceSettings
{
    public required LocalizedText Names { get; init; }

    /// <summary>Screen languages (BCP 47); the first is the default.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>IANA time zone; instants are stored in UTC and shown in it.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 3166-1 alpha-2; decides how numbers and dates are written.</summary>
    public string? Country { get; init; }

    /// <summary>Accent colour as #rrggbb.</summary>
    public string Accent { get; init; } = "#1a5276";

    /// <summary>Host names that lead to this space without a path base.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public string? SupportContact { get; init; }

    /// <summary>Roles that must use a second factor (an authenticator app or a passkey).</summary>
    public IReadOnlyList<string> MfaRoles { get; init; } = DefaultMfaRoles;

    /// <summary>Minutes without a request after which a sign-in ends.</summary>
    public int IdleMinutes { get; init; } = 60;

    public static IReadOnlyList<string> DefaultMfaRoles { get; } = [Roles.Organizer, Roles.Assessor, Roles.Administrator, "operator"];

    public string DefaultLanguage => Languages[0];

    /// <summary>How figures and dates are written in a language here, on screens and on paper alike. English is written the British way: what "en-ID" and its like
    /// mean differs between the runtimes of screens and papers.</summary>
    public string LocaleOf(string language) => language == "en" ? "en-GB" : Country is { } country ? $"{language}-{country}" : language;
}
