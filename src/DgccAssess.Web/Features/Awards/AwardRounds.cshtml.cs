using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Awards;

[Authorize(Policy = Policies.ReadAwardRounds)]
public sealed class AwardRoundsModel(FindAwardRound find, AwardShelf shelf) : PageModel
{
    public IReadOnlyList<AwardRoundRef> Rows { get; private set; } = [];
    public IReadOnlyList<DeclaredAward> Awards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Rows = await find.AllAsync(ct);
        Awards = await shelf.HoldingAsync(ct);
    }

    public static string NameOf(DeclaredAward award) => award.Document.NameOf(AwardNameKeys.Award, award.Code, System.Globalization.CultureInfo.CurrentUICulture.Name);
}
