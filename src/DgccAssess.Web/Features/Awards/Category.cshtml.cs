using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.Awards;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Awards;

/// <summary>The rules of one category as a form, with what they say in words beside it.</summary>
[Authorize(Policy = Policies.OrganizeAwards)]
public sealed class CategoryModel(AwardShelf shelf, EditAwardCategory edit, FindAwardTerms findTerms, InstrumentNodes nodes, SpaceInfo space, IStringLocalizer<AwardsWords> words, Links links) : PageModel
{
    [BindProperty]
    public CategoryInput Input { get; set; } = new();

    public DeclaredAward Award { get; private set; } = null!;
    public string Code { get; private set; } = "";

    /// <summary>What is typed, in words; null where it says nothing yet.</summary>
    public CategoryExplanation? Explained { get; private set; }

    /// <summary>Values a rule can look at.</summary>
    public IReadOnlyList<(string Value, string Name)> Figures { get; private set; } = [];

    public IReadOnlyList<NamedCode> Groups => space.Settings.AgencyGroups;
    public IReadOnlyList<NamedCode> Regions => space.Settings.Regions;

    public async Task<IActionResult> OnGetAsync(string award, string category, CancellationToken ct)
    {
        if (await LoadAsync(award, category, ct) is not { } stored) return NotFound();
        Input = CategoryInput.Of(Award.Document, stored, Award.Number).WithSpareRows();
        Explained = await ExplainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string award, string category, string? then, CancellationToken ct)
    {
        if (await LoadAsync(award, category, ct) is null) return NotFound();
        foreach (var field in Input.Unreadable()) ModelState.AddModelError($"Input.{field}", words["Message.NumberInvalid"]);
        if (then == "preview" || !ModelState.IsValid) return await AgainAsync(ct);
        var result = await edit.HandleAsync(Input.ToCommand(award, category), ct);
        if (result.Succeeded) return LocalRedirect(links.Awards());
        await AgainAsync(ct);
        if (result.Kind is ResultKind.Stale) Input = Input with { Version = Award.Number };
        return this.PageWithErrors(result);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        Explained = await ExplainAsync(ct);
        Input = Input.WithSpareRows();
        return ModelState.IsValid ? Page() : this.InvalidPage();
    }

    private async Task<CategoryExplanation?> ExplainAsync(CancellationToken ct)
    {
        var command = Input.ToCommand(Award.Code, Code);
        var edited = EditAwardCategory.With(Award.Document, command);
        // Only rules without a fault can be said.
        if (AwardCheck.Check(edited.Award).Count > 0) return null;
        var language = CultureInfo.CurrentUICulture.Name;
        return ExplainAward.In(language, edited, (await findTerms.HandleAsync(edited.Award.Instrument, ct))(language)).Categories.Single(c => c.Code == Code);
    }

    private async Task<AwardCategory?> LoadAsync(string award, string category, CancellationToken ct)
    {
        if ((await shelf.HoldingAsync(ct)).FirstOrDefault(a => a.Code == award) is not { } declared) return null;
        (Award, Code) = (declared, category);
        Figures = [.. await FiguresAsync(ct)];
        return declared.Document.Award.Categories.FirstOrDefault(c => c.Code == category);
    }

    private async Task<IEnumerable<(string Value, string Name)>> FiguresAsync(CancellationToken ct)
    {
        var (rules, language) = (Award.Document.Award, CultureInfo.CurrentUICulture.Name);
        var terms = (await findTerms.HandleAsync(rules.Instrument, ct))(language);
        List<Figure> figures = [new(FigureKind.Index), new(FigureKind.Increase), new(FigureKind.Gap)];
        if (rules.Jury is { } jury) figures.AddRange([new(FigureKind.Jury), .. jury.Criteria.Select(c => new Figure(FigureKind.Jury, c.Code))]);
        figures.AddRange((await nodes.OfAsync(rules.Instrument, ct)).Select(n => new Figure(FigureKind.Node, n)));
        return figures.Select(f => (RankingJson.Name(f), ExplainAward.NameOf(f, language, Award.Document, terms)));
    }
}
