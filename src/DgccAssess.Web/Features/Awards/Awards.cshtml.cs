using System.Globalization;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The declared awards with their rules in words.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
public sealed class AwardsModel(AwardShelf shelf, FindAwardTerms terms) : PageModel
{
    public IReadOnlyList<(DeclaredAward Award, AwardExplanation Rules)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        List<(DeclaredAward, AwardExplanation)> rows = [];
        var language = CultureInfo.CurrentUICulture.Name;
        foreach (var award in await shelf.HoldingAsync(ct)) rows.Add((award, ExplainAward.In(language, award.Document, (await terms.HandleAsync(award.Document.Award.Instrument, ct))(language))));
        Rows = rows;
    }
}
