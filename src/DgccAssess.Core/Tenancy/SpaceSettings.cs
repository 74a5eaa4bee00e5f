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

    /// <summary>Calendars begin their weeks with it.</summary>
    public DayOfWeek FirstDayOfWeek { get; init; } = DayOfWeek.Monday;

    /// <summary>Accent colour as #rrggbb.</summary>
    public string Accent { get; init; } = "#1a5276";

    /// <summary>Colour of the band above the head of every page as #rrggbb; null: the accent colour.</summary>
    public string? Band { get; init; }

    /// <summary>The picture in the head of every page; its content is in the space's own database.</summary>
    public SpaceLogo? Logo { get; init; }

    /// <summary>Keys of the texts in the space's own words; their content is in the space's own database.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Host names that lead to this space without a path base.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public string? SupportContact { get; init; }

    /// <summary>Roles that must use a second factor (an authenticator app or a passkey).</summary>
    public IReadOnlyList<string> MfaRoles { get; init; } = DefaultMfaRoles;

    /// <summary>Minutes without a request after which a sign-in ends.</summary>
    public int IdleMinutes { get; init; } = 60;

    /// <summary>Days that the record of an ended sign-in is kept.</summary>
    public int SignInDays { get; init; } = 30;

    /// <summary>Days between the order to delete the space and its deletion.</summary>
    public int DeletionDays { get; init; } = 30;

    /// <summary>RSA key to which exit packs are encrypted (SubjectPublicKeyInfo, base64); null: they are not.</summary>
    public string? ExportKey { get; init; }

    /// <summary>Where its people sign in instead, or as well; null: only here.</summary>
    public IdentityProviderSettings? IdentityProvider { get; init; }

    /// <summary>What Korea sees while no agreement says otherwise: 0 nothing, 1 participation, 2 national aggregates, 3 by group or region, 4 named agencies.</summary>
    public int SharingDefaultLevel { get; init; } = 1;

    /// <summary>Codes of the instruments new rounds may use, the one proposed first; empty: any the space holds.</summary>
    public IReadOnlyList<string> Instruments { get; init; } = [];

    public IReadOnlyList<NamedCode> AgencyGroups { get; init; } = [];
    public IReadOnlyList<NamedCode> Regions { get; init; } = [];

    public static IReadOnlyList<string> DefaultMfaRoles { get; } = [Roles.Organizer, Roles.Assessor, Roles.Administrator, Roles.Operator, Roles.Programme];

    /// <summary>Passwords and passkeys of the space itself open it.</summary>
    public bool HasLocalSignIn => IdentityProvider is not { LocalSignIn: false };

    public string DefaultLanguage => Languages[0];

    /// <summary>How figures and dates are written in a language here, on screens and on paper alike. English is written the British way: what "en-ID" and its like
    /// mean differs between the runtimes of screens and papers.</summary>
    public string LocaleOf(string language) => language == "en" ? "en-GB" : Country is { } country ? $"{language}-{country}" : language;
}

/// <param name="Sha256">Of its content, in lower-case hexadecimal; part of its address.</param>
/// <param name="MediaType">image/svg+xml or image/png.</param>
public sealed record SpaceLogo(string Sha256, string MediaType)
{
    public override string ToString() => $"{MediaType}, sha256 {Sha256}";
}

/// <summary>A code with its names: an agency group, a region.</summary>
public sealed record NamedCode(string Code, LocalizedText Names);
