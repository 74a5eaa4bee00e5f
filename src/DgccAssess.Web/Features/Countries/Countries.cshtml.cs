using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Countries;

/// <summary>Partners in the order of their names, and how much of which rounds each shares. No figure is here, so that nothing is noted.</summary>
[Authorize(Policy = Policies.ReadCountries)]
public sealed class CountriesModel(ReadShared read) : PageModel
{
    /// <param name="Partner">Who.</param>
    /// <param name="Rounds">Rounds of which something is in force, the latest first.</param>
    /// <param name="Withdrawn">Rounds of which only a tombstone is left.</param>
    public sealed record Row(SharingPartner Partner, IReadOnlyList<SharedRound> Rounds, int Withdrawn)
    {
        public SharedRound? Latest => Rounds.Count > 0 ? Rounds[0] : null;
    }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = new List<Row>();
        var histories = await read.HistoriesAsync(ct);
        foreach (var partner in await read.PartnersAsync(ct))
        {
            var history = histories[partner.Id].ToList();
            var shown = history.Where(r => r.IsInForce).ToList();
            rows.Add(new Row(partner, shown, history.Select(r => r.Round).Except(shown.Select(r => r.Round), StringComparer.Ordinal).Count()));
        }

        Rows = [.. rows.OrderBy(r => r.Partner.Names.InCurrentLanguage(), StringComparer.CurrentCulture)];
    }
}
