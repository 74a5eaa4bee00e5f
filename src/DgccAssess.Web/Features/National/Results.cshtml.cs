using DgccAssess.Core.Features.National;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>The rounds whose results everybody may see, the latest first.</summary>
[AllowAnonymous]
public sealed class ResultsModel(PublicResults results, ReadInstrument instruments, TimeProvider clock) : PublicPageModel(results, instruments, clock)
{
    private readonly PublicResults results = results;
    private readonly ReadInstrument instruments = instruments;

    public IReadOnlyList<(PublicRound Round, NationalView View)> Rounds { get; private set; } = [];
    public bool IsSynthetic => Rounds.Any(r => r.View.Document.Synthetic);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } unchanged) return unchanged;
        List<(PublicRound, NationalView)> rounds = [];
        foreach (var round in Shelf.Rounds)
        {
            if (await results.FindAsync(Shelf, round, ct) is { } document)
                rounds.Add((round, NationalView.Of(document, isProvisional: false, await instruments.OfHashAsync(document.Instrument.Hash, ct)) with { IsPublic = true }));
        }

        Rounds = rounds;
        return Page();
    }
}
