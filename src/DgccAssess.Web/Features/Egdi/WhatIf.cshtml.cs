using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>Other values of a country's components, and what they would give. The address is the scenario: nothing is kept.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class WhatIfModel(EgdiShelf shelf, IStringLocalizer<EgdiWords> words, Links links) : EgdiPageModel(shelf)
{
    private const int Neighbours = 3;

    /// <summary>Shown of the ladder at least, in points of the index.</summary>
    private const decimal LeastReach = 0.03m;

    [BindProperty(Name = "edition", SupportsGet = true)]
    public int? Edition { get; set; }

    [BindProperty(Name = "osi", SupportsGet = true)]
    public string? Osi { get; set; }

    [BindProperty(Name = "tii", SupportsGet = true)]
    public string? Tii { get; set; }

    [BindProperty(Name = "hci", SupportsGet = true)]
    public string? Hci { get; set; }

    [BindProperty(Name = "others", SupportsGet = true)]
    public string? Others { get; set; }

    public ShelvedEdition Shown { get; private set; } = null!;
    public EgdiCountry Country { get; private set; } = null!;
    public TypedScenario Typed { get; private set; } = null!;
    public WhatIfView? Answer { get; private set; }

    /// <summary>The edition before: how the others moved.</summary>
    public EgdiEdition? Earlier { get; private set; }

    public bool IsMoving => Others == EgdiView.Word(EgdiOthers.Moving);

    public async Task<IActionResult> OnGetAsync(string country, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (ModelState.ErrorCount > 0 || Editions.Find(Edition ?? Editions.Latest.Edition.Year) is not { } shown || shown.Edition.Find(country) is not { } found) return NotFound();
        (Shown, Country, Earlier) = (shown, found, Editions.Before(shown.Edition.Year)?.Edition);
        Typed = TypedScenario.Of(Osi, Tii, Hci, found.Components);
        Check("osi", Typed.Osi, EgdiComponent.Osi);
        Check("tii", Typed.Tii, EgdiComponent.Tii);
        Check("hci", Typed.Hci, EgdiComponent.Hci);
        if (Others is not (null or "frozen" or "moving")) ModelState.AddModelError("others", words["Message.OthersUnknown"]);
        else if (IsMoving && Earlier is null) ModelState.AddModelError("others", words["Message.OthersFirst", EgdiView.Year(shown.Edition.Year)]);
        if (!ModelState.IsValid) return this.InvalidPage();

        var others = IsMoving ? EgdiOthers.Moving : EgdiOthers.Frozen;
        var (edition, components) = (shown.Edition, Typed.Components);
        var scenario = EgdiWhatIf.Of(edition, found, components, others, Earlier);
        var field = EgdiField.Of(edition, found, others, Earlier);
        Answer = new WhatIfView(
            edition, found, scenario, field,
            Earlier is null ? null : EgdiWhatIf.Of(edition, found, components, IsMoving ? EgdiOthers.Frozen : EgdiOthers.Moving, Earlier).Standing,
            EgdiSteps.Of(edition, found, field, Math.Max(LeastReach, (scenario.Standing.Egdi - found.Egdi) * 1.25m)),
            field.Around(Neighbours, found.Egdi, scenario.Standing.Egdi));
        return Page();
    }

    /// <summary>The scenario's address, as somebody else opens it.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{links.EgdiWhatIf(Country.Code, Shown.Edition.Year, Typed.Osi.Text, Typed.Tii.Text, Typed.Hci.Text, EgdiView.Word(IsMoving ? EgdiOthers.Moving : EgdiOthers.Frozen))}";

    private void Check(string field, TypedComponent typed, EgdiComponent component)
    {
        HttpContext.ProblemFields().Add(field);
        if (typed.Problem is { } problem) ModelState.AddModelError(field, words[problem, field.ToUpperInvariant(), $"\u2068{typed.Text}\u2069", Shown.Edition.Fixed(Country.Components.Of(component))]);
    }
}
