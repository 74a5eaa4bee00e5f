using System.Text.RegularExpressions;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <param name="Code">What addresses say.</param>
/// <param name="Award">Code of a declared award.</param>
/// <param name="Round">Whose published results are ranked.</param>
/// <param name="Previous">The round that increases are measured from; null: none.</param>
/// <param name="Id">Made with the form, so that a repeated post opens nothing twice.</param>
public sealed record OpenAwardRoundCommand(string Code, string Award, string Round, string? Previous, Guid Id) : ICreation;

public sealed record AwardRoundOpened(string Code, string Award, int Number, string Round) : AuditFact($"award-rounds/{Code}");

/// <summary>Opens an award round with the rules of a declared award as they hold now.</summary>
public sealed partial class OpenAwardRound(TenantDbContext db, AwardShelf shelf, AuditTrail audit, TimeProvider clock)
{
    private const int CodeLength = 32;

    /// <summary>Addresses of forms.</summary>
    private static readonly string[] Reserved = ["new", "simulation"];

    public async Task<Result<AwardRound>> HandleAsync(OpenAwardRoundCommand command, CancellationToken ct = default)
    {
        if (await TakenAsync(command, ct) is { } taken) return taken;

        var declared = (await shelf.HoldingAsync(ct)).FirstOrDefault(a => a.Code == command.Award);
        var round = await shelf.RoundAsync(command.Round, ct);
        var previous = command.Previous is null ? null : await shelf.RoundAsync(command.Previous, ct);
        var problems = Check(command, declared, round, previous).ToList();
        if (problems.Count > 0) return Failed(Result.Invalid(problems));

        var opened = AwardRound.Create(command.Id, command.Code, round!.Id, previous?.Id, declared!.Id, AsksJury(declared.Document.Award), clock.UtcNow);
        db.AwardRounds.Add(opened);
        audit.Record(new AwardRoundOpened(command.Code, declared.Code, declared.Number, command.Round));
        try
        {
            await db.SaveChangesAsync(ct);
            return opened;
        }
        catch (DbUpdateException)
        {
            // The same form posted twice at once, or somebody took the code between the look and the save.
            db.ChangeTracker.Clear();
            if (await TakenAsync(command, ct) is { } faster) return faster;
            throw;
        }
    }

    /// <summary>Some category ranks or breaks ties by jurors' scores.</summary>
    public static bool AsksJury(Award award) => award.Categories.Any(AsksJury);

    public static bool AsksJury(AwardCategory category) =>
        category.Measure.Parts.Select(p => p.Figure).Concat(category.TieBreaks).Any(f => f.Kind is FigureKind.Jury);

    private async Task<Result<AwardRound>?> TakenAsync(OpenAwardRoundCommand command, CancellationToken ct)
    {
        var taken = await db.AwardRounds.FirstOrDefaultAsync(r => r.Code == command.Code || r.Id == command.Id, ct);
        if (taken is null) return null;
        return taken.Id == command.Id && taken.Code == command.Code ? taken : Failed(Result.Conflict(AwardRoundMessages.CodeTaken, taken.Code));
    }

    private static IEnumerable<Problem> Check(OpenAwardRoundCommand command, DeclaredAward? award, RoundOfAward? round, RoundOfAward? previous)
    {
        if (command.Code.Length > CodeLength || !AwardRoundCode.IsMatch(command.Code) || Reserved.Contains(command.Code)) yield return new(nameof(command.Code), AwardRoundMessages.CodeInvalid);
        if (award is null) yield return new(nameof(command.Award), AwardRoundMessages.AwardUnknown);
        if (round is null) yield return new(nameof(command.Round), AwardRoundMessages.RoundUnknown);
        if (command.Previous is not null && previous is null) yield return new(nameof(command.Previous), AwardRoundMessages.RoundUnknown);
        if (round is not null && previous?.Id == round.Id) yield return new(nameof(command.Previous), AwardRoundMessages.PreviousIsSame);
        if (award is not null && round is not null && round.Instrument != award.Document.Award.Instrument
            && !award.Document.Award.Categories.All(c => c.Eligibility.Allow.Contains(EntryWaiver.OtherInstrument)))
        {
            yield return new(nameof(command.Round), AwardRoundMessages.OtherInstrument, round.Instrument, award.Document.Award.Instrument);
        }
    }

    private static Result<AwardRound> Failed(Result failure) => Result<AwardRound>.From(failure);

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex AwardRoundCode { get; }
}
