using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Home;

/// <summary>What waits for the person who signed in: their agency's assessments, their worklist, their rounds.</summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class HomeModel(SpaceContext context, IServiceProvider services, ActorContext actor) : PageModel
{
    public sealed record Row(string Round, string Agency, LocalizedText Name, AssessmentStatus Status, DateTime? DueAt);

    public IReadOnlyList<Row> Own { get; private set; } = [];
    public AwardTasks Awards { get; private set; } = new([], [], []);
    public ObjectionTasks Objections { get; private set; } = new([], []);

    /// <summary>Texts on the own agency that wait for its consent.</summary>
    public IReadOnlyList<FoundPractice> Practices { get; private set; } = [];

    public bool IsHub => context.Space.IsHub;
    public bool CanAnswer => actor.Current.Can(Permissions.AssessmentsRead);
    public bool CanReview => actor.Current.Can(Permissions.AssessmentsReview);
    public bool CanOrganize => actor.Current.Can(Permissions.RoundsOrganize) || actor.Current.Can(Permissions.RecordsRead);
    public bool CanOperate => actor.Current.Can(Permissions.TenantsOperate);
    public bool CanReadCountries => IsHub && (actor.Current.Can(Permissions.CountriesRead) || actor.Current.Can(Permissions.RecordsRead));
    public bool CanDecideSharing => actor.Current.Can(Permissions.SharingDecide);
    public bool CanReadResults => actor.Current.Can(Permissions.ResultsRead);
    public bool HasNothing => Own.Count == 0 && !CanReview && !CanOrganize && !CanOperate && !CanReadCountries && !CanDecideSharing && !CanOrganizeAwards && Awards is { Nominations: [], Objections: [], Judging: [] };
    public bool CanOrganizeAwards => actor.Current.Can(Permissions.AwardsOrganize) || actor.Current.Can(Permissions.RecordsRead);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (IsHub) return;
        Awards = await services.GetRequiredService<FindAwardTasks>().HandleAsync(ct);
        Objections = await services.GetRequiredService<FindObjectionTasks>().HandleAsync(ct);
        Practices = await services.GetRequiredService<FindPractice>().WaitingAsync(actor.Current, ct);
        if (actor.Current.AgencyId is not { } agencyId) return;

        var db = services.GetRequiredService<TenantDbContext>();
        Own = await (from assessment in db.Assessments
                     join round in db.Rounds on assessment.RoundId equals round.Id
                     join agency in db.Agencies on assessment.AgencyId equals agency.Id
                     where agency.Id == agencyId
                     orderby round.Code descending
                     select new Row(round.Code, agency.Code, agency.Names, assessment.Status, round.AnswersDueAt)).ToListAsync(ct);
    }
}
