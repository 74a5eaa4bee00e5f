using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Countries.Api;

/// <summary>A publication that the hub has.</summary>
/// <param name="Partner">Whose.</param>
/// <param name="Sequence">Its place among the partner's publications.</param>
/// <param name="ReceivedAt">When.</param>
public sealed record ReceivedPublication(string Partner, int Sequence, DateTime ReceivedAt);

/// <summary>What installations of partners say to each other's hub: not for portals, so that it stands in src/decisions/0030 and not in the API's contract.</summary>
internal static class CountriesApi
{
    public static void MapCountries(this IEndpointRouteBuilder api)
    {
        var sharing = api.MapGroup("/sharing").WithTags("Sharing").ExcludeFromDescription();
        sharing.MapPost("/publications", PublishAsync).HubOnly().WithMetadata(new BodyLimit(Limits.LargestForm))
            .Takes<SignedPublication>().Writes<ReceivedPublication>([StatusCodes.Status200OK]).RequireAuthorization(ApiAccess.PublishShared);
        sharing.MapGet("/accesses", AccessesAsync).HubOnly().AnswersOne<IReadOnlyList<AccessRecord>>().RequireAuthorization(ApiAccess.PublishShared);
    }

    private static async Task<IResult> PublishAsync(ApiBody<SignedPublication> body, HubDbContext db, ActorContext actor, ReceivePublication receive, CancellationToken ct)
    {
        if (await PartnerAsync(db, actor, ct) is not { } partner) return ApiProblems.Refused(Result.Forbidden());
        var taken = await receive.HandleAsync(new ReceivePublicationCommand(partner, body.Value), ct);
        if (!taken.Succeeded) return ApiProblems.Refused(taken);
        var sequence = SharingEnvelope.Read(body.Value.Envelope).Sequence;
        var receivedAt = await db.SharingReceipts.Where(r => r.PartnerId == partner && r.Sequence == sequence).Select(r => r.ReceivedAt).SingleAsync(ct);
        return new ResourceAnswer<ReceivedPublication>(new ReceivedPublication(partner, sequence, receivedAt));
    }

    private static async Task<IResult> AccessesAsync(string? since, HubDbContext db, ActorContext actor, ListAccesses list, CancellationToken ct)
    {
        if (await PartnerAsync(db, actor, ct) is not { } partner) return ApiProblems.Refused(Result.Forbidden());
        if (!DateTime.TryParseExact(since, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at))
            return ApiProblems.Invalid(new Problem("since", ApiMessages.NoInstant));
        return new ResourceAnswer<IReadOnlyList<AccessRecord>>(await list.HandleAsync(partner, at, ct));
    }

    /// <summary>The partner this program may speak for; null: none.</summary>
    private static Task<string?> PartnerAsync(HubDbContext db, ActorContext actor, CancellationToken ct) =>
        db.SharingPartners.Where(p => p.ClientId == actor.Current.Id).Select(p => p.Id).FirstOrDefaultAsync(ct);
}
