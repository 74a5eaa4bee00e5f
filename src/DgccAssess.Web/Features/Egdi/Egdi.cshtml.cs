using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>An edition of the EGDI: the partner countries first, then all 193 states.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class EgdiModel(EgdiShelf shelf, IMultiTenantStore spaces, IStringLocalizer<EgdiWords> words) : EgdiPageModel(shelf)
{
    public const int MaxText = 100;
    private const int PageSize = 50;
    private readonly EgdiShelf shelf = shelf;

    [BindProperty(Name = "edition", SupportsGet = true)]
    public int? Edition { get; set; }

    [BindProperty(Name = "text", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "level", SupportsGet = true)]
    public string? Level { get; set; }

    public ShelvedEdition Shown { get; private set; } = null!;

    /// <summary>Countries of the tenants of this installation.</summary>
    public IReadOnlyList<string> Partners { get; private set; } = [];

    public IReadOnlyList<EgdiCountry> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public int Current { get; private set; } = 1;
    public int PageCount => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>All versions ever uploaded.</summary>
    public IReadOnlyList<EgdiVersionInfo> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] int page = 1, CancellationToken ct = default)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid || Editions.Find(Edition ?? Editions.Latest.Edition.Year) is not { } shown) return NotFound();
        Shown = shown;
        Versions = await shelf.VersionsAsync(ct);
        Partners = [.. (await spaces.GetAllAsync(ct)).Where(s => !s.IsHub).Select(s => CountryNames.CodeOfAlpha2(s.Settings.Country)).OfType<string>().Distinct().Where(c => shown.Edition.Find(c) is not null).OrderBy(EgdiView.NameOf, StringComparer.CurrentCulture)];

        var level = Enum.TryParse<EgdiLevel>(Level, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) && !char.IsAsciiDigit(Level![0]) ? parsed : (EgdiLevel?)null;
        if (!string.IsNullOrEmpty(Level) && level is null) ModelState.AddModelError("level", words["Message.LevelUnknown"]);
        if (Text?.Length > MaxText) ModelState.AddModelError("text", words["Message.TextTooLong", MaxText]);
        if (!ModelState.IsValid || page < 1) return this.InvalidPage();

        List<EgdiCountry> found = [.. shown.Edition.Countries.Where(c => (level is null || EgdiLevels.Of(c.Egdi) == level) && IsMeant(c)).OrderBy(c => c.Rank).ThenBy(EgdiView.NameOf, StringComparer.CurrentCulture)];
        Total = found.Count;
        Current = Math.Min(page, PageCount);
        Rows = [.. found.Skip((Current - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    private bool IsMeant(EgdiCountry country) => Text?.Trim() is not { Length: > 0 } text
        || country.Code.Contains(text, StringComparison.OrdinalIgnoreCase) || country.Name.Contains(text, StringComparison.CurrentCultureIgnoreCase) || EgdiView.NameOf(country).Contains(text, StringComparison.CurrentCultureIgnoreCase);
}
