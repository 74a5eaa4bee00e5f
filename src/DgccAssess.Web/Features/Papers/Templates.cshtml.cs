using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Papers;

/// <param name="Kind">Of the papers.</param>
/// <param name="Number">0 where the space has said nothing of it.</param>
/// <param name="IsOwn">False: the look every paper has by itself.</param>
/// <param name="SavedByName">Who put it in force.</param>
/// <param name="SavedAt">When.</param>
/// <param name="Papers">Papers of the register that are set with it.</param>
public sealed record TemplateVersion(TemplateKind Kind, int Number, bool IsOwn, string? SavedByName = null, DateTime? SavedAt = null, int Papers = 0);

/// <summary>How the space's papers look: the version in force of every kind.</summary>
[Authorize(Policy = Policies.OrganizeRounds)]
public sealed class TemplatesModel(TenantDbContext db) : PageModel
{
    public IReadOnlyList<TemplateVersion> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await VersionsAsync(db, null, ct);
        Kinds = [.. Enum.GetValues<TemplateKind>().Select(kind => all.FirstOrDefault(v => v.Kind == kind) ?? new TemplateVersion(kind, 0, false))];
    }

    /// <summary>The newest first; of one kind or of all.</summary>
    public static async Task<IReadOnlyList<TemplateVersion>> VersionsAsync(TenantDbContext db, TemplateKind? kind, CancellationToken ct)
    {
        var rows = await db.PaperTemplates.Where(t => kind == null || t.Kind == kind).OrderByDescending(t => t.Number)
            .Select(t => new { t.Kind, t.Number, IsOwn = t.Document != null, t.SavedByName, t.SavedAt, Papers = db.IssuedPapers.Count(p => p.TemplateId == t.Id) }).ToListAsync(ct);
        return [.. rows.Select(t => new TemplateVersion(t.Kind, t.Number, t.IsOwn, t.SavedByName, t.SavedAt, t.Papers))];
    }
}
