using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The record of a jury, to be signed; as closed as the sealed list it is of.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
[StepUp]
public sealed class JuryRecordModel(PrintJuryRecord print, PaperQuery query) : AwardRoundPageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(string category, CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        if (await print.FindAsync(AwardRound, category, ct) is not var (stored, found)) return NotFound();
        return await query.AnswerAsync(this, () => print.HandleAsync(AwardRound, stored, found, language, standard, ct), $"jury-{AwardRound.Code}-{category}-{language}");
    }
}
