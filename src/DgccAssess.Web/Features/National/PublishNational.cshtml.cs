using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.National;

/// <summary>Publication of a round's national result, with the end of its embargo; again, with a reason, to correct it or to move the embargo.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
[StepUp]
public sealed class PublishNationalModel(
    ReadNational read, ReadInstrument instruments, PublishNational publish, ListObjections objections, SpaceView space, TimeProvider clock, IStringLocalizer<NationalWords> words, Links links)
    : NationalPageModel(read, instruments)
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];
    private readonly ReadNational read = read;

    [BindProperty]
    public PublishNationalInput Input { get; set; } = new();

    public IReadOnlyList<NationalVersion> Versions { get; private set; } = [];

    /// <summary>What may still change results after this; said, never a hindrance.</summary>
    public ObjectionCounts Objections { get; private set; } = new(0, 0, 0);

    public bool IsPublished => Versions.Count > 0;
    public int Missing => View is null ? 0 : View.Document.Participants - View.Document.Agencies.Count;
    public bool IsUnderEmbargo(NationalVersion version) => version.EmbargoEndsAt > clock.UtcNow;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refused) return refused;
        Input = new PublishNationalInput { Version = Versions.Select(v => (int?)v.Number).FirstOrDefault() ?? 0 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var embargo = ReadEmbargo();
        if (!ModelState.IsValid) return await LoadAsync(ct) ?? this.InvalidPage();

        var result = await publish.HandleAsync(new PublishNationalCommand(Round, embargo, Input.Incomplete, Input.Reason, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.National(Round));
        return await LoadAsync(ct) ?? this.PageWithErrors(result);
    }

    /// <summary>Typed in the space's own time; nothing typed publishes at once. A time that the clocks skip does not exist.</summary>
    private DateTime ReadEmbargo()
    {
        if (string.IsNullOrWhiteSpace(Input.EmbargoEndsAt)) return clock.UtcNow;
        if (DateTime.TryParseExact(Input.EmbargoEndsAt.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !space.TimeZone.IsInvalidTime(local))
            return TimeZoneInfo.ConvertTimeToUtc(local, space.TimeZone);

        ModelState.AddModelError("Input.EmbargoEndsAt", words["Publish.EmbargoInvalid"]);
        return default;
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await FindAsync(ct, preview: true) is { } refused) return refused;
        Versions = await read.VersionsAsync(Round, ct);
        Objections = await objections.CountAsync(Round, ct);
        return null;
    }
}

public sealed record PublishNationalInput
{
    /// <summary>Date and time of day in the space's time zone; empty: at once.</summary>
    public string? EmbargoEndsAt { get; init; }

    public bool Incomplete { get; init; }
    public string? Reason { get; init; }
    public int? Version { get; init; }
}
