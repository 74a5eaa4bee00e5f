using System.Text.Json.Serialization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds.Api;

/// <param name="Code">What addresses will say: lower-case letters, digits and '-', at most 32.</param>
/// <param name="CycleType">Monitoring or evaluation.</param>
/// <param name="InstrumentHash">Of the instrument version every agency answers.</param>
/// <param name="Agencies">Codes of the agencies that take part, at least one.</param>
/// <param name="AnswersDueAt">Last instant of self-assessment with its offset from UTC; left out or null: no deadline.</param>
/// <param name="ObjectionDays">Days after its publication in which an agency may object to its result, at most 60; 0: none; left out: 7.</param>
/// <param name="AnswerDays">Days in which an objection is answered, 1 to 60; left out: 7.</param>
public sealed record OpenRoundBody(
    string Code, CycleType CycleType, string InstrumentHash, IReadOnlyList<string> Agencies,
    [property: JsonConverter(typeof(InstantConverter))] DateTime? AnswersDueAt = null, int? ObjectionDays = null, int? AnswerDays = null);

internal static class OpenRoundRequest
{
    private const int MaxAgencies = 5000;

    public static async Task<IResult> HandleAsync(ApiBody<OpenRoundBody> body, OpenRound open, TenantDbContext db, ActorContext actor, Links links, HttpContext http, CancellationToken ct)
    {
        var sent = body.Value;
        if (sent.Agencies.Count > MaxAgencies) return ApiProblems.Invalid(new Problem(nameof(sent.Agencies), Messages.TooMany, MaxAgencies));
        if (await db.InstrumentVersions.Where(v => v.Hash == sent.InstrumentHash).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct) is not { } instrument)
            return ApiProblems.Invalid(new Problem(nameof(sent.InstrumentHash), RoundMessages.InstrumentUnknown));

        var opened = await open.HandleAsync(
            new OpenRoundCommand(sent.Code, sent.CycleType, instrument, sent.AnswersDueAt, sent.Agencies, http.Features.Get<ApiWrite>()!.Id,
                sent.ObjectionDays ?? Round.UsualDays, sent.AnswerDays ?? Round.UsualDays), ct);
        if (!opened.Succeeded) return ApiProblems.Refused(opened);
        return GetRound.Answer((await GetRound.FindAsync(sent.Code, db, actor, ct))!, StatusCodes.Status201Created, links.ApiRound(sent.Code));
    }
}
