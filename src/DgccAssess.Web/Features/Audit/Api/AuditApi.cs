using System.Globalization;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Audit.Api;

/// <summary>Who did what, when and to what.</summary>
/// <param name="Id">Of the event.</param>
/// <param name="At">In UTC.</param>
/// <param name="ActorId">All zeros: the program itself.</param>
/// <param name="Actor">Name, as it was then.</param>
/// <param name="Type">In the past tense, for example AnswerSaved.</param>
/// <param name="Subject">What it happened to, as addresses say it.</param>
/// <param name="Details">Values of the event; personal data of others is masked.</param>
public sealed record AuditEventResource(Guid Id, DateTime At, Guid ActorId, string Actor, string Type, string Subject, JsonElement Details)
{
    public static CsvTable<AuditEventResource> Table { get; } = new(
        ("id", e => e.Id), ("at", e => e.At), ("actorId", e => e.ActorId), ("actor", e => e.Actor), ("type", e => e.Type), ("subject", e => e.Subject),
        ("details", e => e.Details.GetRawText()));

    public static AuditEventResource Of(AuditEvent e) => new(e.Id, e.At, e.ActorId, e.ActorName, e.Type, e.Subject, JsonSerializer.Deserialize<JsonElement>(e.Details));
}

public static class AuditApi
{
    private static readonly ListShape Shape = new(
        ["-at"],
        [
            new("person", "Part of the name of who did it."),
            new("type", "Only events of this type."),
            new("subject", "Beginning of the subject, for example rounds/2026."),
            new("from", "First instant (RFC 3339).", FilterKind.Instant),
            new("until", "First instant that does not count any more (RFC 3339).", FilterKind.Instant),
        ],
        OneWay: true);

    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit/events", ListAsync).WithTags("Audit").WithName("listAuditEvents").WithSummary("The audit trail of the space, newest first")
            .EverySpace().AnswersList<AuditEventResource>(Shape).RequireAuthorization(ApiAccess.ReadAudit);

    private static async Task<IResult> ListAsync(ListQuery query, FindAuditEvents find, CancellationToken ct)
    {
        AuditCursor? after = null;
        if (query.After is { Keys: var keys } && (after = keys is [var at, var id] ? AuditCursor.Parse($"{at}_{id}") : null) is null)
            return ApiProblems.Invalid(new Problem("after", ApiMessages.ForeignCursor));

        var filter = new AuditFilter
        {
            Person = query.Text("person"), Type = query.Text("type"), Subject = query.Text("subject"), From = query.Instant("from"), Until = query.Instant("until"),
        };
        var found = await find.HandleAsync(filter, after, ct);
        if (!found.Succeeded) return ApiProblems.Refused(found);
        return await found.Value!.PageAsync(query, AuditEventResource.Of, e => [e.At.Ticks.ToString(CultureInfo.InvariantCulture), e.Id.ToString("N")], AuditEventResource.Table, ct);
    }
}
