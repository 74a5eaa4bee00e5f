using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds;

[Authorize(Policy = Policies.OrganizeRounds)]
[AssessmentPage(AssessmentAccess.Organize)]
public sealed class AssignAssessorsModel(TenantDbContext db, AssessorPool pool, AssignAssessors assign, Links links) : AssessmentPageModel
{
    public sealed record Choice(AssessorAccount Account, int Verdicts, int Assignments);

    [BindProperty]
    public AssignAssessorsInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>Who holds it by what somebody else saved meanwhile.</summary>
    public IReadOnlyList<Guid>? Theirs { get; private set; }

    public bool IsOpen => Assessment.Status < AssessmentStatus.Reviewed;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var assigned = await db.AssessorAssignments.Where(a => a.AssessmentId == Assessment.Id).Select(a => a.AssessorId).ToListAsync(ct);
        Input = new AssignAssessorsInput { Assessors = assigned, Version = Assessment.Version };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var result = await assign.HandleAsync(new AssignAssessorsCommand(Assessment.Id, Input.Assessors, Input.Version), ct);
        if (result.Succeeded) return LocalRedirect(links.Round(Assessment.Round));
        await LoadAsync(ct);
        if (result.Kind is ResultKind.Stale) Theirs = await db.AssessorAssignments.Where(a => a.AssessmentId == Assessment.Id).Select(a => a.AssessorId).ToListAsync(ct);
        return this.PageWithErrors(result);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var accounts = await pool.ForAsync(Assessment.AgencyId, ct);
        var verdicts = await db.Ratings.Where(r => r.AssessmentId == Assessment.Id && r.Stage == Stage.Document)
            .GroupBy(r => r.RaterId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var load = await db.AssessorAssignments.GroupBy(a => a.AssessorId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Choices = [.. accounts.Select(a => new Choice(a, verdicts.GetValueOrDefault(a.Id), load.GetValueOrDefault(a.Id)))];
    }
}

public sealed record AssignAssessorsInput
{
    public List<Guid> Assessors { get; init; } = [];
    public int? Version { get; init; }
}
