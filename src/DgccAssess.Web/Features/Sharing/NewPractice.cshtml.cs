using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>Choose a question, then an agency that is good at it, then write what it did; the agency is asked.</summary>
[Authorize(Policy = Policies.DecideSharing)]
public sealed class NewPracticeModel(SpaceInfo space, FindCandidates candidates, FindPractice find, ProposePractice propose, Links links, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PracticeInput Input { get; set; } = new();

    public string Round { get; private set; } = "";

    /// <summary>Null while no question is chosen.</summary>
    public PracticeCandidates? Found { get; private set; }

    /// <summary>Codes of agencies that have a text on this question already.</summary>
    public IReadOnlySet<string> Asked { get; private set; } = new HashSet<string>();

    /// <summary>The one chosen; null while none is.</summary>
    public PracticeCandidate? Chosen => Found?.Agencies.FirstOrDefault(a => a.Agency == Input.Agency);

    public async Task<IActionResult> OnGetAsync(string round, string? question, string? agency, CancellationToken ct)
    {
        Input = new PracticeInput { Id = clock.NewId(), Question = question, Agency = agency };
        if (!await LoadAsync(round, ct)) return NotFound();
        // The agency's own words are where a text begins; whose language they are in nobody noted.
        var own = Chosen?.Explanation is { Length: > 0 } said ? new Dictionary<string, string> { [space.Settings.DefaultLanguage] = said.Length > PracticeRules.MostText ? said[..PracticeRules.MostText] : said } : null;
        Input = Input.In(space.Settings.Languages, own);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string round, CancellationToken ct)
    {
        if (!await LoadAsync(round, ct)) return NotFound();
        if (!ModelState.IsValid) return this.InvalidPage();
        var (question, agency) = (Input.Question ?? "", Input.Agency ?? "");
        var proposed = await propose.HandleAsync(new ProposePracticeCommand(Input.Id, round, agency, question, Input.Typed), ct);
        Input = Input.In(space.Settings.Languages);
        return proposed.Succeeded ? LocalRedirect(links.Practice(round, agency, question)) : this.PageWithErrors(proposed);
    }

    private async Task<bool> LoadAsync(string round, CancellationToken ct)
    {
        Round = round;
        if (await candidates.HandleAsync(round, Input.Question ?? "", ct) is not { } found) return false;
        if (!PracticeRules.IsQuestion(Input.Question)) return true;
        Found = found;
        Asked = (await find.OfRoundAsync(round, ct)).Where(p => p.Practice.Question == Input.Question).Select(p => p.Agency).ToHashSet(StringComparer.Ordinal);
        return true;
    }
}
