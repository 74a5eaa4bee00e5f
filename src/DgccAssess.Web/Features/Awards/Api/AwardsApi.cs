using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Awards.Api;

public static class AwardsApi
{
    private static readonly ListShape Shape = new(["award"], [new("award", "Only categories of the award with this code.")]);

    public static void MapAwards(this IEndpointRouteBuilder api)
    {
        var awards = api.MapGroup("/awards").WithTags("Awards");
        awards.MapGet("", ListAsync).WithName("listAwardCategories").WithSummary("Categories of the award rounds that the space declares, with their rules in words")
            .TenantOnly().AnswersList<AwardCategoryResource>(Shape).RequireAuthorization(ApiAccess.ReadAwards);
        awards.MapGet("/{award}", GetAsync).WithName("getAward").WithSummary("The rules of one award as they hold; SHA-256 of the body is their hash")
            .TenantOnly().AnswersOne<AwardResource>().RequireAuthorization(ApiAccess.ReadAwards);
    }

    private static async Task<IResult> ListAsync(ListQuery query, TenantDbContext db, FindAwardTerms terms, CancellationToken ct)
    {
        if (query.After is { Keys: not [_, _] }) return ApiProblems.Invalid(new Problem("after", ApiMessages.ForeignCursor));

        // A tenant declares a handful of awards: they are read whole, and the page is cut from them.
        var rows = new List<AwardCategoryResource>();
        foreach (var version in await Holding(db).AsNoTracking().ToListAsync(ct))
        {
            if (query.Text("award") is { } only && version.Code != only) continue;
            var document = AwardVersion.Parse(version.Document!);
            rows.AddRange(AwardCategoryResource.Of(version, document, await terms.HandleAsync(document.Award.Instrument, ct)));
        }

        rows.Sort((a, b) => Compare(Keys(a), Keys(b)) * (query.Descending ? -1 : 1));
        if (query.After is { } after) rows.RemoveAll(r => Compare(Keys(r), after.Keys) * (query.Descending ? -1 : 1) <= 0);
        return ListPages.Page([.. rows.Take(query.Limit + 1)], query, row => row, Keys, AwardCategoryResource.Table);
    }

    private static async Task<IResult> GetAsync(string award, TenantDbContext db, CancellationToken ct) =>
        await Holding(db).Where(a => a.Code == award).Select(a => new { a.Document, a.Hash }).FirstOrDefaultAsync(ct) is { } version
            ? new StoredJson(version.Document!, version.Hash!)
            : ApiProblems.Answer(StatusCodes.Status404NotFound);

    private static IQueryable<AwardVersion> Holding(TenantDbContext db) =>
        db.AwardVersions.Where(a => a.Document != null && !db.AwardVersions.Any(later => later.Code == a.Code && later.Number > a.Number));

    private static string[] Keys(AwardCategoryResource row) => [row.Award, row.Position.ToString("D4", CultureInfo.InvariantCulture)];

    private static int Compare(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        string.CompareOrdinal(one[0], other[0]) is not 0 and var award ? award : string.CompareOrdinal(one[1], other[1]);
}
