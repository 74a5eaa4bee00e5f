using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>Finds the template of a paper, and says it in a language.</summary>
public sealed class ReadTemplates(TenantDbContext db)
{
    // Versions never change: a batch of hundreds of papers reads its own once.
    private readonly Dictionary<Guid, PaperTemplate> known = [];

    /// <returns>Null where the space has said nothing of the kind.</returns>
    public Task<PaperTemplate?> InForceAsync(TemplateKind kind, CancellationToken ct) =>
        db.PaperTemplates.AsNoTracking().Where(t => t.Kind == kind).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);

    public Task<Guid?> InForceIdAsync(TemplateKind kind, CancellationToken ct) =>
        db.PaperTemplates.Where(t => t.Kind == kind).OrderByDescending(t => t.Number).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(ct);

    /// <summary>As the press takes it; null: the look every paper has by itself.</summary>
    public async Task<PaperLook?> LookAsync(Guid? template, string language, CancellationToken ct)
    {
        if (template is not { } id) return null;
        if (!known.TryGetValue(id, out var found)) known[id] = found = await db.PaperTemplates.AsNoTracking().SingleAsync(t => t.Id == id, ct);
        return found.Content() is { } content ? PaperLook.Of(content, found.Picture(), language) : null;
    }

    /// <summary>Of a paper without a number, a draft or a form: as it would be issued now.</summary>
    public async Task<PaperLook?> LookNowAsync(TemplateKind kind, string language, CancellationToken ct) => await LookAsync(await InForceIdAsync(kind, ct), language, ct);
}
