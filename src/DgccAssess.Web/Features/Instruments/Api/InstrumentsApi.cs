using DgccAssess.Core.Data;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Instruments.Api;

public static class InstrumentsApi
{
    private static readonly ListShape Shape = new(["hash"], [new("code", "Only versions of the instrument with this code.")]);

    public static void MapInstruments(this IEndpointRouteBuilder api)
    {
        var instruments = api.MapGroup("/instruments").WithTags("Instruments");
        instruments.MapGet("", ListAsync).WithName("listInstruments").WithSummary("Instrument versions of the space")
            .TenantOnly().AnswersList<InstrumentVersionResource>(Shape).RequireAuthorization(ApiAccess.ReadInstruments);
        instruments.MapGet("/{hash}", GetAsync).WithName("getInstrument").WithSummary("One version with its tree and words; SHA-256 of the body is its hash")
            .TenantOnly().AnswersOne<InstrumentResource>().RequireAuthorization(ApiAccess.ReadInstruments);
    }

    private static Task<IResult> ListAsync(ListQuery query, TenantDbContext db, CancellationToken ct)
    {
        var versions = db.InstrumentVersions.AsNoTracking();
        if (query.Text("code") is { } code) versions = versions.Where(v => v.Code == code);
        if (query.After is { Keys: [var last, ..] }) versions = query.Descending ? versions.Where(v => v.Hash.CompareTo(last) < 0) : versions.Where(v => v.Hash.CompareTo(last) > 0);
        versions = query.Descending ? versions.OrderByDescending(v => v.Hash) : versions.OrderBy(v => v.Hash);
        return versions.Select(v => new InstrumentVersionResource(v.Hash, v.Code, v.ImportedAt)).PageAsync(query, v => v, v => [v.Hash], InstrumentVersionResource.Table, ct);
    }

    private static async Task<IResult> GetAsync(string hash, TenantDbContext db, CancellationToken ct) =>
        await db.InstrumentVersions.Where(v => v.Hash == hash).Select(v => v.Document).FirstOrDefaultAsync(ct) is { } document
            ? new StoredJson(document, hash)
            : ApiProblems.Answer(StatusCodes.Status404NotFound);
}
