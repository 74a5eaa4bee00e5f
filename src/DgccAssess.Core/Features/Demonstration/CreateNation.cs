using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.Rounds.Whole;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Storage;
using DgccAssess.Scoring.Indices;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Demonstration;

/// <summary>Every round and agency by its code: what is there already stays.</summary>
/// <param name="File">What the nation is like.</param>
/// <param name="Seed">The same seed makes the same nation.</param>
/// <param name="Assessors">At least one.</param>
/// <param name="Document">A file to stand where evidence would be.</param>
public sealed record CreateNationCommand(NationFile File, int Seed, IReadOnlyList<NationAssessor> Assessors, byte[] Document) : ICreation;

/// <summary>A round of the nation, as it is told while the next one is made.</summary>
public sealed record NationRound(string Code, int Agencies, int Added, long Rows);

/// <summary>
/// Makes a synthetic nation: agencies that don't exist, with published rounds of several years. Its agencies are marked as synthetic, which every page and paper
/// of them says in words, and their codes begin with it.
/// </summary>
public sealed class CreateNation(TenantDbContext db, BringWholeRound bring, InstrumentLibrary instruments, IEvidenceStore store, AuditTrail audit, TimeProvider clock)
{
    private const string DocumentType = "application/pdf";

    /// <returns>One for each round, as it is done.</returns>
    /// <exception cref="InvalidDataException">The file does not fit the space.</exception>
    public async IAsyncEnumerable<NationRound> HandleAsync(CreateNationCommand command, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        var file = command.File;
        var (versionId, plan) = await InstrumentAsync(file, ct);
        Check(file, plan);
        var nation = new Nation(file, plan, command.Seed);
        var missing = await MissingAsync(nation.Years.ToDictionary(Nation.RoundOf, year => nation.TakingPart(year).Count, StringComparer.Ordinal), ct);
        if (missing.Count == 0) yield break;

        var rows = await AddAsync(nation.Agencies, ct);
        var around = new NationSurroundings(command.Assessors, await KeepAsync(file, command.Document, ct));
        foreach (var year in nation.Years.Where(y => missing.Contains(Nation.RoundOf(y))))
        {
            var (round, assessments) = (Nation.RoundOf(year), nation.Draw(year, around));
            var brought = await bring.HandleAsync(new(new(round, file.CycleType, versionId, nation.DueAt(year), [.. assessments.Select(a => a.Agency)]), assessments), ct);
            if (!brought.Succeeded) throw new InvalidDataException($"{round}: {string.Join("; ", brought.Problems.Select(p => $"{p.Field} {p.Message} {string.Join(", ", p.Arguments)}"))}");
            yield return new(round, assessments.Count, brought.Value!.Added, brought.Value.Rows + rows);
            rows = 0;
        }
    }

    private async Task<(Guid Id, ScoringPlan Plan)> InstrumentAsync(NationFile file, CancellationToken ct)
    {
        var id = await db.InstrumentVersions.Where(v => v.Code == file.Instrument).OrderByDescending(v => v.ImportedAt).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct)
            ?? throw new InvalidDataException($"{db.Space.Id} has no instrument {file.Instrument}.");
        return (id, ScoringPlan.Compile((await instruments.GetAsync(id, ct)).Instrument));
    }

    private void Check(NationFile file, ScoringPlan plan)
    {
        var settings = db.Space.Settings;
        var unknown = file.Groups.Select(g => g.Group).Except(settings.AgencyGroups.Select(g => g.Code), StringComparer.Ordinal)
            .Concat(file.Groups.SelectMany(g => g.Regions).Except(settings.Regions.Select(r => r.Code), StringComparer.Ordinal))
            .Concat(plan.Nodes.Where(n => n.Depth == 1).Select(n => n.Code).Except(file.Means.Keys, StringComparer.Ordinal)).ToList();
        if (unknown.Count > 0) throw new InvalidDataException($"{NationFile.Name} of {db.Space.Id} does not fit it: {string.Join(", ", unknown)}");
    }

    /// <summary>Rounds that are not there with all their agencies.</summary>
    private async Task<HashSet<string>> MissingAsync(Dictionary<string, int> wanted, CancellationToken ct)
    {
        var codes = wanted.Keys.ToList();
        var there = await db.Rounds.Where(r => codes.Contains(r.Code)).Select(r => new { r.Code, Count = db.Assessments.Count(a => a.RoundId == r.Id) }).ToDictionaryAsync(r => r.Code, r => r.Count, ct);
        return [.. wanted.Where(w => there.GetValueOrDefault(w.Key) < w.Value).Select(w => w.Key)];
    }

    private async Task<long> AddAsync(IReadOnlyList<NationAgency> agencies, CancellationToken ct)
    {
        var known = await db.Agencies.Select(a => a.Code).ToHashSetAsync(ct);
        var added = agencies.Where(a => !known.Contains(a.Code)).ToList();
        if (added.Count == 0) return 0;

        await using var bulk = new BulkInsert(db);
        await bulk.WriteAsync(
            [
                .. added.Select(a => Agency.Create(clock.NewId(), a.Code, a.Group.Group, a.Names, a.Region, synthetic: true)),
                .. added.Select(a => audit.EventOf(new AgencyAdded(a.Code, a.Group.Group))),
            ],
            ct);
        return bulk.Rows;
    }

    private async Task<WholeEvidence> KeepAsync(NationFile file, byte[] content, CancellationToken ct)
    {
        await using var staged = await store.StageAsync(new MemoryStream(content), EvidenceFiles.MaxBytes, ct) ?? throw new InvalidDataException("The document is too large.");
        await staged.KeepAsync(ct);
        return new(file.Texts.File, DocumentType, staged.Length, staged.Sha256);
    }
}
