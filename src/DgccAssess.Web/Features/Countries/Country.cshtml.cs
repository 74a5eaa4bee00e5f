using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Web.Features.Egdi;
using DgccAssess.Web.Features.Sharing;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>One country: what it shares, what it shared before, and beside it what is known without it: cooperation projects and indices of others.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class CountryModel(ReadShared read, ReadPractices practices, NoteAccess note, ReadCooperation register, EgdiShelf shelf, TimeProvider clock) : PageModel
{
    /// <summary>Days before the last day of an agreement from which the page warns.</summary>
    public const int EndsSoon = 60;

    public SharingPartner Partner { get; private set; } = null!;

    /// <summary>In force, the latest round first.</summary>
    public IReadOnlyList<SharedRound> Rounds { get; private set; } = [];

    /// <summary>Every version, tombstones too.</summary>
    public IReadOnlyList<SharedRound> History { get; private set; } = [];

    /// <summary>What agencies did, of the rounds in force.</summary>
    public IReadOnlyList<ShownPractice> Practices { get; private set; } = [];

    /// <summary>Whose winners are public, the latest first; null where no round is shared at a level that tells of them.</summary>
    public IReadOnlyList<SharedAward>? Awards { get; private set; }

    /// <summary>Null where the country has no ISO 3166-1 alpha-3 code we know.</summary>
    public CooperationFacts? Cooperation { get; private set; }

    /// <summary>The country in the UN EGDI, the earliest edition first.</summary>
    public IReadOnlyList<CountryEdition> Outside { get; private set; } = [];

    /// <summary>Until the agreement of the latest round is over.</summary>
    public int? DaysLeft => Latest?.AgreementEndsOn is { } end ? end.DayNumber - DateOnly.FromDateTime(clock.UtcNow).DayNumber : null;

    public SharedRound? Latest => Rounds.Count > 0 ? Rounds[0] : null;

    /// <summary>The instrument of a round is another than that of the round before it: the series is broken there.</summary>
    public bool IsBreak(int row) => row + 1 < Rounds.Count && Rounds[row].Payload!.Instrument.Hash != Rounds[row + 1].Payload!.Instrument.Hash;

    public bool IsSynthetic => Rounds.Any(r => r.Payload!.Synthetic);

    public async Task<IActionResult> OnGetAsync(string partner, CancellationToken ct)
    {
        if (await read.PartnerAsync(partner, ct) is not { } found) return NotFound();
        Partner = found;
        Rounds = [.. (await read.InForceAsync(partner, ct)).Where(r => r.Payload is not null)];
        History = await read.HistoryAsync(partner, ct);
        Practices = await practices.OfPartnerAsync(partner, ct);
        var awards = Rounds.Where(r => r.Payload!.Awards is not null).SelectMany(r => r.Payload!.Awards!).DistinctBy(a => a.Code).OrderByDescending(a => a.RevealedAt).ToList();
        Awards = Rounds.Any(r => r.Level >= SharingLevel.National) ? awards : null;
        if (CountryNames.CodeOfAlpha2(found.Country) is { } code)
        {
            Cooperation = await register.OfCountryAsync(code, ct);
            Outside = CountryEdition.Of(await shelf.ReadAsync(ct), code);
        }

        await note.HandleAsync(Rounds, AccessKind.Seen, "country", ct);
        return Page();
    }

    public static SharedRoundView ViewOf(SharedRound round) => new(round.Payload!);
}
