using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Web.Features.Sharing;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>One country: rounds, participation, index and levels as far as they are shared, and what was shared before.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class CountryModel(ReadShared read, ReadPractices practices, NoteAccess note) : PageModel
{
    public SharingPartner Partner { get; private set; } = null!;

    /// <summary>In force, the latest round first.</summary>
    public IReadOnlyList<SharedRound> Rounds { get; private set; } = [];

    /// <summary>Every version, tombstones too.</summary>
    public IReadOnlyList<SharedRound> History { get; private set; } = [];

    /// <summary>What agencies did, of the rounds in force.</summary>
    public IReadOnlyList<ShownPractice> Practices { get; private set; } = [];

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
        await note.HandleAsync(Rounds, AccessKind.Seen, "country", ct);
        return Page();
    }

    public static SharedRoundView ViewOf(SharedRound round) => new(round.Payload!);
}
