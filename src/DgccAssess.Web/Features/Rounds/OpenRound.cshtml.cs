using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Rounds;

[Authorize(Policy = Policies.OrganizeRounds)]
public sealed class OpenRoundModel(
    TenantDbContext db, InstrumentLibrary instruments, OpenRound openRound, SpaceView view, SpaceInfo space, TimeProvider clock, IStringLocalizer<RoundsWords> words, Links links) : PageModel
{
    public sealed record InstrumentChoice(Guid Id, string Title, string Code, bool Draft);

    public sealed record AgencyChoice(string Code, string Group, LocalizedText Names, bool Synthetic);

    [BindProperty]
    public OpenRoundInput Input { get; set; } = new();

    public IReadOnlyList<InstrumentChoice> Instruments { get; private set; } = [];
    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    /// <summary>The group's name in the reader's language, where the government named it.</summary>
    public string GroupName(string code) => space.Settings.AgencyGroups.FirstOrDefault(g => g.Code == code)?.Names.InCurrentLanguage() ?? code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new OpenRoundInput
        {
            Id = clock.NewId(), InstrumentVersionId = space.Settings.Instruments.Count > 0 ? Instruments.Select(i => (Guid?)i.Id).FirstOrDefault() : null,
            ObjectionDays = Round.UsualDays, AnswerDays = Round.UsualDays,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var due = ReadDue();
        if (Input.CycleType is null) ModelState.AddModelError("Input.CycleType", words["OpenRound.CycleMissing"]);
        if (Input.Id is null || Input.Id == Guid.Empty) ModelState.AddModelError("", words["OpenRound.IdMissing"]);
        if (!ModelState.IsValid) return await AgainAsync(ct);

        var result = await openRound.HandleAsync(
            new OpenRoundCommand(Input.Code?.Trim() ?? "", Input.CycleType!.Value, Input.InstrumentVersionId ?? Guid.Empty, due, Input.Agencies, Input.Id, Input.ObjectionDays, Input.AnswerDays), ct);
        if (result.Succeeded) return LocalRedirect(links.Round(result.Value!.Code));
        await LoadAsync(ct);
        return this.PageWithErrors(result);
    }

    /// <summary>Typed in the space's own time; a time that the clocks skip does not exist.</summary>
    private DateTime? ReadDue()
    {
        if (view.TryReadInstant(Input.DueAt, out var due)) return due;
        ModelState.AddModelError("Input.DueAt", words["OpenRound.DueInvalid"]);
        return null;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return this.InvalidPage();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var versions = await db.InstrumentVersions.OrderByDescending(v => v.ImportedAt).Select(v => v.Id).ToListAsync(ct);
        List<InstrumentChoice> choices = [];
        foreach (var id in versions)
        {
            var document = await instruments.GetAsync(id, ct);
            choices.Add(new(id, document.TextsIn(CultureInfo.CurrentUICulture.Name).Title, document.Instrument.Code, document.Instrument.Draft));
        }

        // Those in use, in the order the government gave them; a space that names none uses whatever it holds.
        var inUse = space.Settings.Instruments;
        Instruments = inUse.Count == 0 ? choices : [.. inUse.SelectMany(code => choices.Where(c => c.Code == code))];
        Agencies = await db.Agencies.OrderBy(a => a.Group).ThenBy(a => a.Code).Select(a => new AgencyChoice(a.Code, a.Group, a.Names, a.Synthetic)).ToListAsync(ct);
    }
}

public sealed record OpenRoundInput
{
    public Guid? Id { get; init; }
    public string? Code { get; init; }
    public CycleType? CycleType { get; init; }
    public Guid? InstrumentVersionId { get; init; }

    /// <summary>Date and time of day in the space's time zone.</summary>
    public string? DueAt { get; init; }

    public int? ObjectionDays { get; init; }
    public int? AnswerDays { get; init; }
    public List<string> Agencies { get; init; } = [];
}
