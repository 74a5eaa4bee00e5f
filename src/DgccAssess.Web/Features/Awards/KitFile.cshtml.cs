using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Core.Files;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>A list for the ceremony as a file.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
[StepUp]
public sealed class KitFileModel(ReadSealedAward read, IStringLocalizer<AwardsWords> words, Links links) : AwardRoundPageModel
{
    public async Task<IActionResult> OnGetAsync(string file, CancellationToken ct)
    {
        if (await read.HandleAsync(AwardRound.Code, ct) is not { } stored) return LocalRedirect(links.AwardKit(AwardRound.Code));
        var rows = CeremonyKit.Rows(stored.Award);
        return file switch
        {
            "seating.xlsx" => File(CeremonyKit.Seating(rows, key => words[key].Value), TableFile.Workbook, $"{AwardRound.Code}-seating.xlsx"),
            "press.csv" => File(CeremonyKit.Press(rows), Csv.ContentType, $"{AwardRound.Code}-press.csv"),
            _ => NotFound(),
        };
    }
}
