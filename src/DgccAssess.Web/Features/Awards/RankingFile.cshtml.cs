using System.Globalization;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The ranking of all categories as a file, closed when the page of it is: between seal and reveal.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
public sealed class RankingFileModel(RankAwardRound rank, Links links) : AwardRoundPageModel
{
    /// <summary>xlsx, which it is where nothing is said, or csv.</summary>
    [BindProperty(Name = "format", SupportsGet = true)]
    public string? Format { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Format is not (null or "xlsx" or "csv")) return BadRequest();
        if (AwardRound.Stage is AwardStage.Sealed) return LocalRedirect(links.SealedAward(AwardRound.Code));

        var ranked = await rank.HandleAsync(AwardRound, ct);
        var table = RankingTable.Of(ranked.Ranked, $"{AwardRound.Code}-ranking", CultureInfo.CurrentUICulture.Name);
        Response.Headers.CacheControl = "no-store";
        return Format == "csv" ? await this.CsvAsync(table, mark: true, ct) : await table.WorkbookAsync(ct);
    }
}
