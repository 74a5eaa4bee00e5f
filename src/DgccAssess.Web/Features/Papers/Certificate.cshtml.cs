using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Papers;

/// <summary>The certificate of a winner; before the reveal it is as closed as the sealed list.</summary>
[Authorize(Policy = Policies.ReadAwardRounds)]
[AwardRoundPage]
[StepUp]
public sealed class CertificateModel(PrintCertificate print, PaperQuery query) : AwardRoundPageModel
{
    [BindProperty(Name = "language", SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(Name = "standard", SupportsGet = true)]
    public string? Standard { get; set; }

    public async Task<IActionResult> OnGetAsync(string category, string agency, CancellationToken ct)
    {
        if (query.Read(this, Language, Standard) is not var (language, standard)) return this.InvalidPage();
        if (await print.FindAsync(AwardRound.Code, category, agency, ct) is not var (stored, found, prize)) return NotFound();
        return await query.AnswerAsync(this, () => print.HandleAsync(stored, found, prize, language, standard, ct), $"certificate-{category}-{agency}-{language}");
    }
}
