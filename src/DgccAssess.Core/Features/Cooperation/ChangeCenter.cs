using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Center">Code.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeCenterCommand(string Center, int? Version, CenterContent Content);

public sealed record CooperationCenterChanged(string Center, string Name, CenterContent Old, CenterContent New) : AuditFact(CooperationSubject.OfCenter(Center));

public sealed class ChangeCenter(RegisterWriter writer)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<CooperationCenter>> HandleAsync(ChangeCenterCommand command, CancellationToken ct = default)
    {
        var (db, content) = (writer.Db, command.Content);
        if (!writer.MayWrite) return RegisterWriter.Failed<CooperationCenter>(Result.Forbidden());
        if (command.Version is not { } version) return RegisterWriter.Failed<CooperationCenter>(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        if (await db.CooperationCenters.SingleOrDefaultAsync(c => c.Code == command.Center, ct) is not { } center) return RegisterWriter.Failed<CooperationCenter>(Result.NotFound());
        List<Problem> problems = [.. CooperationRules.Check(content)];
        if (content.Country != center.Country && await LeavesRoundsAsync(db, center, ct)) problems.Add(new(nameof(content.Country), CooperationMessages.CenterHasRounds));
        if (problems.Count > 0) return RegisterWriter.Failed<CooperationCenter>(Result.Invalid(problems));
        if (center.Content.IsSame(content)) return center;
        if (center.Version != version) return Result<CooperationCenter>.StaleWith(center);

        writer.Record(new CooperationCenterChanged(command.Center, content.Names.In(CooperationRules.CommonLanguage), center.Content, content));
        center.Save(content, writer.WriterName, writer.Now);
        return await writer.SaveAsync(center, () => db.CooperationCenters.AsNoTracking().SingleOrDefaultAsync(c => c.Code == command.Center, ct), ct);
    }

    /// <summary>Rounds are planned for a country with a center: they would be on no page any more.</summary>
    private static async Task<bool> LeavesRoundsAsync(HubDbContext db, CooperationCenter center, CancellationToken ct) =>
        await db.RoundPlans.AnyAsync(p => p.Country == center.Country, ct) && !await db.CooperationCenters.AnyAsync(c => c.Country == center.Country && c.Id != center.Id, ct);
}
