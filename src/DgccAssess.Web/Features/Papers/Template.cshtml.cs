using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.Evidence;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Papers;

/// <summary>What the space says of one kind of paper: words, picture, order of sections. Looked at before it is saved, and saved as a further version.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
public sealed class TemplateModel(
    TenantDbContext db, SpaceInfo space, SpaceView view, ReadTemplates read, SaveTemplate save, PreviewTemplate preview, UploadLimits limits, Links links, ILogger<TemplateModel> logger) : PageModel
{
    [BindProperty]
    public TemplateInput Input { get; set; } = new();

    public TemplateKind Kind { get; private set; }
    public TemplateShape Shape => TemplateShape.Of(Kind);
    public IReadOnlyList<string> Languages => PaperLanguages.Of(space);

    /// <summary>The version in force.</summary>
    public PaperTemplate? Stored { get; private set; }

    public IReadOnlyList<TemplateVersion> Versions { get; private set; } = [];

    /// <summary>Somebody else was faster: what is in force is shown beside what was typed.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken ct)
    {
        if (!await LoadAsync(kind, ct)) return NotFound();
        Input = TemplateInput.Of(Kind, Stored, Languages, view.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken ct)
    {
        if (!await LoadAsync(kind, ct)) return NotFound();
        var logo = await ReadAsync(ct);
        if (!logo.Succeeded) return Again(logo);
        return await SaveAsync(new(Kind, Input.ToContent(Kind), logo.Value, Input.Version), ct);
    }

    public async Task<IActionResult> OnPostBuiltInAsync(string kind, CancellationToken ct) =>
        await LoadAsync(kind, ct) ? await SaveAsync(new(Kind, null, null, Input.Version), ct) : NotFound();

    public async Task<IActionResult> OnPostPreviewAsync(string kind, CancellationToken ct)
    {
        if (!await LoadAsync(kind, ct)) return NotFound();
        var logo = await ReadAsync(ct);
        if (!logo.Succeeded) return Again(logo);
        var language = Languages.Contains(Input.Language ?? "") ? Input.Language! : Languages[0];
        try
        {
            var made = await preview.HandleAsync(Kind, Input.ToContent(Kind), logo.Value, language, ct);
            return made.Succeeded ? File(made.Value!, "application/pdf") : Again(made);
        }
        catch (PressException problem) when (problem.Failure is PressFailure.Failed or PressFailure.Refused && Input.Logo is not null)
        {
            return Again(Result.Invalid(nameof(Input.Logo), TemplateMessages.LogoUnprintable));
        }
        catch (PressException problem)
        {
            return Unavailable(problem);
        }
    }

    private async Task<IActionResult> SaveAsync(SaveTemplateCommand command, CancellationToken ct)
    {
        try
        {
            var saved = await save.HandleAsync(command, ct);
            if (saved.Succeeded) return LocalRedirect(links.PaperTemplates());
            if (saved.Kind is not ResultKind.Stale) return Again(saved);
        }
        catch (PressException problem)
        {
            return Unavailable(problem);
        }

        // Saving again replaces what is shown now, knowingly.
        await LoadAsync(Slug(Kind), ct);
        ModelState.Clear();
        (IsStale, Input) = (true, Filled() with { Version = Stored?.Number ?? 0 });
        return this.PageWithErrors(Result.Stale());
    }

    /// <summary>The picture of the form: a new one, the one there was, or none.</summary>
    private async Task<Result<TemplateLogo?>> ReadAsync(CancellationToken ct)
    {
        if (limits.Count(HttpContext) is { } wait) return Failed(Result.Invalid("", EvidenceMessages.TooOften, wait));
        if (Input.Unplaced().ToList() is { Count: > 0 } unplaced) return Failed(Result.Invalid([.. unplaced.Select(at => new Problem($"Sections[{at}].Place", TemplateMessages.PlaceWrong))]));
        if (Input.Logo is { Length: > 0 } file)
        {
            if (file.Length > TemplateLogo.MaxBytes) return Failed(Result.Invalid(nameof(Input.Logo), TemplateMessages.LogoTooLarge, TemplateLogo.MaxKilobytes));
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            var logo = TemplateLogo.Read(content.ToArray(), nameof(Input.Logo));
            return logo.Succeeded ? Result<TemplateLogo?>.Of(logo.Value) : Failed(logo);
        }

        if (Input.RemoveLogo) return Result<TemplateLogo?>.Of(null);
        var before = Stored?.Number == Input.Version ? Stored : await db.PaperTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Kind == Kind && t.Number == Input.Version, ct);
        return Result<TemplateLogo?>.Of(before?.Picture());
    }

    private async Task<bool> LoadAsync(string kind, CancellationToken ct)
    {
        if (Enum.GetValues<TemplateKind>().Where(k => Slug(k) == kind).Select(k => (TemplateKind?)k).FirstOrDefault() is not { } found) return false;
        Kind = found;
        Stored = await read.InForceAsync(found, ct);
        Versions = await TemplatesModel.VersionsAsync(db, found, ct);
        return true;
    }

    private IActionResult Again(Result result)
    {
        Input = Filled();
        var page = this.PageWithErrors(result);
        if (result.Problems.Any(p => p.Message == EvidenceMessages.TooOften)) Response.StatusCode = StatusCodes.Status429TooManyRequests;
        // A browser never sends a file back into a form.
        if (Input.Logo is not null && !result.Problems.Any(p => p.Field == nameof(Input.Logo))) this.AddProblems(Result.Invalid(nameof(Input.Logo), TemplateMessages.LogoAgain));
        return page;
    }

    /// <summary>With a row for every language and section, whatever was sent.</summary>
    private TemplateInput Filled()
    {
        var whole = TemplateInput.Of(Kind, null, Languages, view.Language);
        return Input with
        {
            Texts = [.. whole.Texts.Select(row => Input.Texts.Find(t => t.Language == row.Language) ?? row)],
            Sections = [.. whole.Sections.Select(row => Input.Sections.Find(s => s.Name == row.Name) ?? row)],
        };
    }

    private IActionResult Unavailable(PressException problem)
    {
        logger.LogError(problem, "A template of {Kind} could not be tried", Kind);
        Input = Filled();
        this.AddProblems(Result.Conflict(TemplateMessages.PressAway));
        return this.PressUnavailable();
    }

    public static string Slug(TemplateKind kind) => kind switch
    {
        TemplateKind.AgencyReport => "agency-report",
        TemplateKind.NationalReport => "national-report",
        TemplateKind.Certificate => "certificate",
        _ => "records",
    };

    public string Problem(string field) => string.Join(" ", ModelState[$"Input.{field}"]?.Errors.Select(e => e.ErrorMessage) ?? []);

    private static Result<TemplateLogo?> Failed(Result failure) => Result<TemplateLogo?>.From(failure);
}
