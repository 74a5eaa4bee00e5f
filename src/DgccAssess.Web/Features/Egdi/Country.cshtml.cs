using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>A country through all editions: what moved it, how firm its rank is, what the next one costs.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class CountryModel(EgdiShelf shelf) : EgdiPageModel(shelf)
{
    private const int StepsShown = 5;

    public EgdiCountry Country { get; private set; } = null!;
    public ShelvedEdition Latest { get; private set; } = null!;
    public IReadOnlyList<CountryEdition> Rows { get; private set; } = [];
    public IReadOnlyList<EgdiStep> Steps { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string country, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Editions.All.LastOrDefault(e => e.Edition.Find(country) is not null) is not { } latest) return NotFound();
        (Latest, Country) = (latest, latest.Edition.Find(country)!);
        Rows = CountryEdition.Of(Editions, country);
        Steps = [.. EgdiSteps.Of(latest.Edition, Country, EgdiField.Of(latest.Edition, Country), 1).Take(StepsShown)];
        return Page();
    }
}

/// <param name="Shelved">The edition.</param>
/// <param name="Country">In it.</param>
/// <param name="Change">Since the edition before.</param>
/// <param name="Band">Noise of the rank.</param>
/// <param name="Before">Year of the edition before.</param>
public sealed record CountryEdition(ShelvedEdition Shelved, EgdiCountry Country, EgdiChange? Change, EgdiBand? Band, int? Before)
{
    public EgdiEdition Edition => Shelved.Edition;
    public int Year => Edition.Year;

    /// <summary>The country through the editions, the earliest first; empty where no edition has it.</summary>
    public static IReadOnlyList<CountryEdition> Of(EgdiEditions editions, string country) =>
    [
        .. from shelved in editions.All
           let own = shelved.Edition.Find(country)
           where own is not null
           let before = editions.Before(shelved.Edition.Year)?.Edition
           select new CountryEdition(shelved, own, before is null ? null : EgdiChange.Of(before, shelved.Edition, country), shelved.Noise?.Band(shelved.Edition, own), before?.Year),
    ];
}
