using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Audit;

/// <summary>Words of the audit trail.</summary>
public sealed class AuditWords;

/// <summary>The audit trail of the space, newest first.</summary>
[Authorize(Policy = Policies.ReadAudit)]
public sealed class AuditModel(
    FindAuditEvents find, SpaceDbContext db, AuditSentence sentence, SpaceView view, MessageText messages, IStringLocalizer<AuditWords> words) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(DateTime At, string Who, string What, string Subject, string Details);

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditInput Input { get; set; } = new();

    /// <summary>Where the page before this one ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last one.</summary>
    public string? Next { get; private set; }

    public AuditBlock? Head { get; private set; }

    public IReadOnlyList<(string Type, string Text)> Types { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Types = [.. AuditTypes.All.Select(t => (t, sentence.Kind(t))).OrderBy(t => t.Item2, StringComparer.CurrentCulture)];
        Head = await db.AuditBlocks.AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);

        var filter = Input.Read(view, words, ModelState);
        var after = After is null ? null : AuditCursor.Parse(After);
        if (After is not null && after is null) return BadRequest();
        if (!ModelState.IsValid) return this.InvalidPage();

        var found = await find.HandleAsync(filter, after, ct);
        if (!found.Succeeded)
        {
            foreach (var problem in found.Problems) ModelState.AddModelError(nameof(Input.Person), messages.Of(problem));
            return this.InvalidPage();
        }

        await ReadAsync(found.Value!, ct);
        return Page();
    }

    private async Task ReadAsync(IQueryable<AuditEvent> events, CancellationToken ct)
    {
        var page = await events.Take(PageSize + 1).ToListAsync(ct);
        if (page.Count > PageSize)
        {
            page.RemoveAt(PageSize);
            Next = new AuditCursor(page[^1].At, page[^1].Id).ToString();
        }

        Rows = [.. page.Select(e => new Row(e.At, e.ActorName, sentence.Of(e.Type, e.Details), e.Subject, e.Details))];
    }
}
