using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Web.Infrastructure;

/// <summary>What every page shows of the space it is in; works without one (list of spaces, errors).</summary>
public sealed class SpaceView(IMultiTenantContextAccessor accessor, IHostEnvironment environment, TimeProvider clock)
{
    private readonly SpaceInfo? space = accessor.MultiTenantContext.TenantInfo;

    public bool IsResolved => space is not null;
    public string Id => space?.Id ?? "";
    public string Name => space?.Settings.Names.InCurrentLanguage() ?? "DgccAssess";
    public string Accent => space?.Settings.Accent ?? "#1a5276";
    public string Band => space?.Settings.Band ?? Accent;
    public SpaceLogo? Logo => space?.Settings.Logo;

    /// <summary>Texts of the space's own that have a page.</summary>
    public IEnumerable<string> OwnPages => SpaceTexts.Pages.Where(p => space?.Settings.Texts.Contains(p) == true);

    public bool IsHub => space?.IsHub ?? false;
    public bool IsSuspended => space is { State: not SpaceState.Active };

    /// <summary>When the space will be deleted; null while nobody ordered that.</summary>
    public DateTime? DeletionDueAt => space?.DeletionDueAt;

    public string? SupportContact => space?.Settings.SupportContact;

    /// <summary>Where people sign in instead, or as well; null: only here.</summary>
    public IdentityProviderSettings? IdentityProvider => space?.Settings.IdentityProvider;

    public string IdentityProviderName => IdentityProvider?.Names.InCurrentLanguage() ?? "";

    public bool HasLocalSignIn => space?.Settings.HasLocalSignIn ?? false;

    /// <summary>Minutes without a request after which a sign-in ends here.</summary>
    public int IdleMinutes => space?.Settings.IdleMinutes ?? 0;

    /// <summary>Name of the environment where it isn't production, for the coloured band.</summary>
    public string? EnvironmentName => environment.IsProduction() ? null : environment.EnvironmentName;

    /// <summary>Screen languages on offer here: the space's own, as far as the product has words for them.</summary>
    public IReadOnlyList<string> Languages => Infrastructure.Languages.Offered(space);

    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
    public string Direction => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
    public bool IsRightToLeft => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft;

    public TimeZoneInfo TimeZone => space is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(space.Settings.TimeZone);

    /// <summary>An instant in the space's time zone.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZone);

    /// <summary>23 November 2026, 17:00.</summary>
    public string DateAndTime(DateTime utc) => Apart(Commas.DateAndTime(Local(utc), CultureInfo.CurrentCulture));

    /// <summary>23 November 2026.</summary>
    public string Day(DateOnly day) => Apart(day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>Time of day for today's instants, else date and time.</summary>
    public string When(DateTime utc) =>
        Local(utc).Date == Local(clock.GetUtcNow().UtcDateTime).Date ? Local(utc).ToString("HH:mm", CultureInfo.CurrentCulture) : DateAndTime(utc);

    /// <summary>From right to left, the day's number would else join a Latin name that stands before it.</summary>
    private string Apart(string date) => IsRightToLeft ? $"\u2067{date}\u2069" : date;
}
