using System.Text.RegularExpressions;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Rounds;

/// <param name="Code">What addresses say.</param>
/// <param name="CycleType">Monitoring or evaluation.</param>
/// <param name="InstrumentVersionId">The instrument every agency of it answers.</param>
/// <param name="AnswersDueAt">Last instant of self-assessment.</param>
/// <param name="Agencies">Codes of the agencies that take part.</param>
/// <param name="Id">Made with the form, so that a repeated post opens nothing twice.</param>
/// <param name="ObjectionDays">Days after its publication in which an agency may object to its result; 0: nobody may.</param>
/// <param name="AnswerDays">Days in which an objection is answered.</param>
public sealed record OpenRoundCommand(
    string Code, CycleType CycleType, Guid InstrumentVersionId, DateTime? AnswersDueAt, IReadOnlyList<string> Agencies, Guid? Id = null,
    int? ObjectionDays = Round.UsualDays, int? AnswerDays = Round.UsualDays) : ICreation;

public sealed record RoundOpened(string Code, CycleType CycleType, int Agencies, int ObjectionDays, int AnswerDays) : AuditFact($"rounds/{Code}");

/// <summary>Opens a round for a locus of agencies: every agency gets its assessment with one empty answer per indicator.</summary>
public sealed partial class OpenRound(TenantDbContext db, InstrumentLibrary instruments, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Characters of a code; the column holds as many.</summary>
    private const int CodeLength = 32;

    /// <summary>Address of the form that opens a round.</summary>
    private const string ReservedCode = "new";

    public async Task<Result<Round>> HandleAsync(OpenRoundCommand command, CancellationToken ct = default)
    {
        if (await TakenAsync(command, ct) is { } taken) return taken;

        if (Round.IsDemonstration(command.Code)) return Failed(Result.Invalid(nameof(command.Code), RoundMessages.CodeReserved, Round.DemonstrationPrefix));
        if (await CheckAsync(command, ct) is { Count: > 0 } problems) return Failed(Result.Invalid(problems));

        var agencies = await db.Agencies.Where(a => command.Agencies.Contains(a.Code)).ToListAsync(ct);
        var instrument = (await instruments.GetAsync(command.InstrumentVersionId, ct)).Instrument;
        var round = Round.Create(command.Id ?? clock.NewId(), command.Code, command.CycleType, command.InstrumentVersionId, command.AnswersDueAt, command.ObjectionDays!.Value, command.AnswerDays!.Value);
        db.Rounds.Add(round);
        foreach (var agency in agencies) EnterAgency.Add(db, clock, round.Id, agency.Id, instrument);
        audit.Record(new RoundOpened(command.Code, command.CycleType, agencies.Count, round.ObjectionDays, round.AnswerDays));
        try
        {
            await db.SaveChangesAsync(ct);
            return round;
        }
        catch (DbUpdateException)
        {
            // The same form posted twice at once, or somebody took the code between the look and the save.
            db.ChangeTracker.Clear();
            if (await TakenAsync(command, ct) is { } faster) return faster;
            throw;
        }
    }

    /// <summary>Every problem at once.</summary>
    internal async Task<IReadOnlyList<Problem>> CheckAsync(OpenRoundCommand command, CancellationToken ct)
    {
        var problems = Check(command, await db.Agencies.Where(a => command.Agencies.Contains(a.Code)).Select(a => a.Code).ToListAsync(ct)).ToList();
        if (!await IsInUseAsync(command.InstrumentVersionId, ct)) problems.Add(new(nameof(command.InstrumentVersionId), RoundMessages.InstrumentUnknown));
        return problems;
    }

    /// <summary>Held here and, where the government named instruments, one of them.</summary>
    private async Task<bool> IsInUseAsync(Guid versionId, CancellationToken ct)
    {
        var (code, inUse) = (await db.InstrumentVersions.Where(v => v.Id == versionId).Select(v => v.Code).FirstOrDefaultAsync(ct), db.Space.Settings.Instruments);
        return code is not null && (inUse.Count == 0 || inUse.Contains(code));
    }

    /// <summary>The round this very form opened already, or the refusal of a code that another one has.</summary>
    private async Task<Result<Round>?> TakenAsync(OpenRoundCommand command, CancellationToken ct)
    {
        var taken = await db.Rounds.FirstOrDefaultAsync(r => r.Code == command.Code || r.Id == command.Id, ct);
        if (taken is null) return null;
        return taken.Id == command.Id && taken.Code == command.Code ? taken : Failed(Result.Conflict(RoundMessages.CodeTaken, taken.Code));
    }

    private static IEnumerable<Problem> Check(OpenRoundCommand command, IEnumerable<string> known)
    {
        if (command.Code.Length > CodeLength || !RoundCode.IsMatch(command.Code) || command.Code == ReservedCode) yield return new(nameof(command.Code), RoundMessages.CodeInvalid);
        if (command.ObjectionDays is not (>= 0 and <= Round.MostDays)) yield return new(nameof(command.ObjectionDays), RoundMessages.DaysRange, 0, Round.MostDays);
        if (command.AnswerDays is not (>= 1 and <= Round.MostDays)) yield return new(nameof(command.AnswerDays), RoundMessages.DaysRange, 1, Round.MostDays);
        if (command.Agencies.Count == 0) yield return new(nameof(command.Agencies), RoundMessages.AgenciesMissing);
        var unknown = command.Agencies.Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0) yield return new(nameof(command.Agencies), RoundMessages.AgencyUnknown, string.Join(", ", unknown));
    }

    private static Result<Round> Failed(Result failure) => Result<Round>.From(failure);

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex RoundCode { get; }
}
