using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Agencies.Api;

public static class AgenciesApi
{
    private static readonly ListShape Shape = new(
        ["code"],
        [
            new("group", "Only agencies of the group with this code."),
            new("region", "Only agencies of the region with this code."),
            new("synthetic", "Only made-up bodies, or only real ones.", FilterKind.Flag),
        ]);

    public static void MapAgencies(this IEndpointRouteBuilder api)
    {
        var agencies = api.MapGroup("/agencies").WithTags("Agencies");
        agencies.MapGet("", ListAsync).WithName("listAgencies").WithSummary("Agencies the caller may see")
            .TenantOnly().AnswersList<AgencyResource>(Shape).RequireAuthorization(ApiAccess.ReadAgencies);
        agencies.MapGet("/{agency}", GetAsync).WithName("getAgency").WithSummary("One agency")
            .TenantOnly().AnswersOne<AgencyResource>().RequireAuthorization(ApiAccess.ReadAgencies);
    }

    private static Task<IResult> ListAsync(ListQuery query, TenantDbContext db, ActorContext actor, SpaceInfo space, CancellationToken ct)
    {
        var agencies = AgenciesFor(db, actor.Current);
        if (query.Text("group") is { } group) agencies = agencies.Where(a => a.Group == group);
        if (query.Text("region") is { } region) agencies = agencies.Where(a => a.Region == region);
        if (query.Flag("synthetic") is { } synthetic) agencies = agencies.Where(a => a.Synthetic == synthetic);
        if (query.After is { Keys: [var last, ..] }) agencies = query.Descending ? agencies.Where(a => a.Code.CompareTo(last) < 0) : agencies.Where(a => a.Code.CompareTo(last) > 0);
        agencies = query.Descending ? agencies.OrderByDescending(a => a.Code) : agencies.OrderBy(a => a.Code);
        return Rows(agencies).PageAsync(query, r => r.ToResource(), a => [a.Code], AgencyResource.TableIn(space.Settings.Languages), ct);
    }

    private static async Task<IResult> GetAsync(string agency, TenantDbContext db, ActorContext actor, CancellationToken ct) =>
        await Rows(AgenciesFor(db, actor.Current).Where(a => a.Code == agency)).FirstOrDefaultAsync(ct) is { } found
            ? new ResourceAnswer<AgencyResource>(found.ToResource())
            : ApiProblems.Answer(StatusCodes.Status404NotFound);

    /// <summary>Who runs rounds or accounts, or audits, sees all of them, others their own and those they review.</summary>
    private static IQueryable<Agency> AgenciesFor(TenantDbContext db, Actor actor)
    {
        if (actor.Can(Permissions.RoundsOrganize) || actor.Can(Permissions.AccountsAdminister) || actor.Can(Permissions.RecordsRead)) return db.Agencies;
        var reviewed = db.VisibleTo(actor, AssessmentAccess.Review);
        return db.Agencies.Where(a => a.Id == actor.AgencyId || reviewed.Any(r => r.AgencyId == a.Id));
    }

    private static IQueryable<Row> Rows(IQueryable<Agency> agencies) => agencies.Select(a => new Row(a.Code, a.Group, a.Region, a.Names, a.Synthetic));

    private sealed record Row(string Code, string Group, string? Region, LocalizedText Names, bool Synthetic)
    {
        public AgencyResource ToResource() => new(Code, Group, Region, Names.Values, Synthetic);
    }
}
