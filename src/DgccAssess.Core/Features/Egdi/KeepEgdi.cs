using System.Text;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Egdi;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Egdi;

/// <param name="Text">The file.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="TakenOn">When it was taken from there.</param>
/// <param name="Version">Number of the year's last version when the checks were shown; 0 where there was none.</param>
public sealed record KeepEgdiCommand(string Text, string Source, DateOnly? TakenOn, int? Version);

public sealed record EgdiKept(int Year, int Number, string Sha256, string Source, int Differences) : AuditFact($"egdi/{Year}");

/// <summary>A file and what keeping it would do.</summary>
/// <param name="Reading">With its problems and differences.</param>
/// <param name="Edition">Its one edition; null where it can't be kept.</param>
/// <param name="Sha256">Of the figures.</param>
/// <param name="Number">Number of the last version kept of that year; 0: none.</param>
/// <param name="IsKnown">The last version holds the same figures.</param>
public sealed record EgdiCheck(EgdiReading Reading, EgdiEdition? Edition, string Sha256, int Number, bool IsKnown);

/// <summary>Checks a file of the UN and keeps it as the next version of its edition.</summary>
public sealed class KeepEgdi(HubDbContext hub, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    public const int SourceLength = 500;

    /// <summary>Letters of a file: ten times the UN's.</summary>
    public const int MostLetters = 256 * 1024;

    public async Task<Result<EgdiCheck>> CheckAsync(string text, CancellationToken ct = default)
    {
        if (text.Length == 0) return Failed(Result.Invalid(nameof(KeepEgdiCommand.Text), EgdiMessages.FileMissing));
        if (text.Length > MostLetters) return Failed(Result.Invalid(nameof(KeepEgdiCommand.Text), EgdiMessages.FileTooLarge, MostLetters / 1024));
        var reading = EgdiFile.Check(text);
        if (reading.Problems.Count > 0) return new EgdiCheck(reading, null, "", 0, false);
        if (reading.Editions is not [var edition]) return Failed(Result.Invalid(nameof(KeepEgdiCommand.Text), EgdiMessages.SeveralEditions, reading.Editions.Count));

        var hash = CanonicalText.Hash(Encoding.UTF8.GetBytes(EgdiFile.Canonical(edition)));
        var last = await LastAsync(edition.Year, ct);
        return new EgdiCheck(reading, edition, hash, last?.Number ?? 0, last?.Sha256 == hash);
    }

    /// <returns>The version that holds the figures: sent twice, they are kept once.</returns>
    public async Task<Result<EgdiVersion>> HandleAsync(KeepEgdiCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.ProgrammeManage)) return Result<EgdiVersion>.From(Result.Forbidden());
        if (command.Version is not { } version) return Result<EgdiVersion>.From(Result.Invalid(nameof(command.Version), Messages.VersionMissing));
        var problems = Check(command).ToList();
        var check = await CheckAsync(command.Text, ct);
        if (!check.Succeeded) problems.AddRange(check.Problems);
        else if (check.Value!.Edition is null) problems.Add(new(nameof(command.Text), EgdiMessages.FileFaulty, check.Value.Reading.Problems.Count));
        if (problems.Count > 0) return Result<EgdiVersion>.From(Result.Invalid(problems));

        var (edition, hash) = (check.Value!.Edition!, check.Value.Sha256);
        if (check.Value.IsKnown) return (await LastAsync(edition.Year, ct))!;
        if (check.Value.Number != version) return Result<EgdiVersion>.From(Result.Stale());

        var kept = new EgdiVersion
        {
            Id = clock.NewId(), Year = edition.Year, Number = version + 1, Document = EgdiFile.Canonical(edition), Sha256 = hash, Source = command.Source.Trim(), TakenOn = command.TakenOn!.Value,
            UploadedAt = clock.UtcNow, UploadedByName = actor.Current.Name,
        };
        hub.EgdiVersions.Add(kept);
        audit.Record(new EgdiKept(kept.Year, kept.Number, hash, kept.Source, check.Value.Reading.Differences.Count));
        try
        {
            await hub.SaveChangesAsync(ct);
            return kept;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Somebody took the number.
            hub.ChangeTracker.Clear();
            if (await LastAsync(edition.Year, ct) is not { } now || now.Number < kept.Number) throw;
            return now.Sha256 == hash ? now : Result<EgdiVersion>.StaleWith(now);
        }
    }

    private IEnumerable<Problem> Check(KeepEgdiCommand command)
    {
        if (command.Source.Trim().Length == 0) yield return new(nameof(command.Source), Messages.Required);
        if (command.Source.Trim().Length > SourceLength) yield return new(nameof(command.Source), Messages.TooLong, SourceLength);
        // A day ahead: where the sun is already up.
        if (command.TakenOn is not { } day || day.Year < 2000 || day > DateOnly.FromDateTime(clock.UtcNow).AddDays(1)) yield return new(nameof(command.TakenOn), EgdiMessages.DayInvalid);
    }

    private Task<EgdiVersion?> LastAsync(int year, CancellationToken ct) =>
        hub.EgdiVersions.AsNoTracking().Where(v => v.Year == year).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);

    private static Result<EgdiCheck> Failed(Result failure) => Result<EgdiCheck>.From(failure);
}

public static class EgdiMessages
{
    public const string FileMissing = "Egdi.FileMissing";
    public const string FileTooLarge = "Egdi.FileTooLarge";
    public const string FileFaulty = "Egdi.FileFaulty";
    public const string FileNotText = "Egdi.FileNotText";
    public const string SeveralEditions = "Egdi.SeveralEditions";
    public const string DayInvalid = "Egdi.DayInvalid";
}
