using System.Text.Json.Serialization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Features.Rounds.Api;

/// <param name="AnswersDueAt">Last instant of self-assessment with its offset from UTC; null: no deadline.</param>
public sealed record ChangeRoundBody([property: JsonConverter(typeof(InstantConverter))] DateTime? AnswersDueAt);

internal static class ChangeRoundRequest
{
    public static async Task<IResult> HandleAsync(
        string round, ApiBody<ChangeRoundBody> body, ChangeDeadline change, TenantDbContext db, ActorContext actor, HttpContext http, CancellationToken ct)
    {
        var changed = await change.HandleAsync(new ChangeDeadlineCommand(round, body.Value.AnswersDueAt, http.Features.Get<ApiWrite>()!.Version), ct);
        var stored = await GetRound.FindAsync(round, db, actor, ct);
        return changed.Succeeded ? GetRound.Answer(stored!) : ApiProblems.Refused(changed, stored);
    }
}
