using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>A published result as an award sees it; every domain has the index, unless a test says otherwise.</summary>
public sealed record PublishedAgency(string Code, decimal? Index, string Group = "ministry")
{
    public decimal? Self { get; init; }
    public bool Consented { get; init; } = true;
    public string Predicate { get; init; } = "good";
    public (string Node, decimal Index)[] Nodes { get; init; } = [];
}

public sealed partial class TestSpace
{
    /// <summary>A round whose results are published already: only what awards read of them is there.</summary>
    public async Task<TestRound> PublishFiguresAsync(string code, string instrument, params PublishedAgency[] agencies)
    {
        var known = await ReadAsync(db => db.Agencies.Select(a => a.Code).ToListAsync());
        foreach (var agency in agencies.Where(a => !known.Contains(a.Code))) await CreateAgencyAsync(agency.Code, agency.Group);
        var round = await OpenRoundAsync(code, instrument, [.. agencies.Select(a => a.Code)]);
        await PublishFiguresAsync(round, instrument, agencies.Where(a => a.Index is not null));
        return round;
    }

    /// <summary>Also a correction, where something is published already.</summary>
    public Task PublishFiguresAsync(TestRound round, string instrument, IEnumerable<PublishedAgency> agencies) => RunAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
        var hash = await db.InstrumentVersions.Where(v => v.Id == round.InstrumentVersionId).Select(v => v.Hash).SingleAsync();
        foreach (var published in agencies)
        {
            var agency = await db.Agencies.SingleAsync(a => a.Code == published.Code);
            var assessment = await db.Assessments.Where(a => a.RoundId == round.Id && a.AgencyId == agency.Id).Select(a => a.Id).SingleAsync();
            var number = 1 + await db.Snapshots.CountAsync(s => s.AssessmentId == assessment && s.Milestone == Milestone.Published);
            var document = SnapshotReader.Write(DocumentOf(published, agency, round, instrument, hash, number, clock.UtcNow));
            db.Snapshots.Add(new Snapshot
            {
                Id = clock.NewId(), AssessmentId = assessment, Milestone = Milestone.Published, Number = number, Index = published.Index, Predicate = published.Predicate,
                InstrumentHash = hash, EngineVersion = ScoringEngine.Version, Document = document, Hash = SnapshotReader.HashOf(document), TakenAt = clock.UtcNow, TakenByName = "test",
            });
        }

        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new TestFiguresPublished(round.Code));
        await db.SaveChangesAsync();
    });

    /// <summary>An award round in its draft.</summary>
    public Task OpenAwardRoundAsync(string code, string award, string round, string? previous = null) => RunAsync(async services =>
    {
        var opened = await services.GetRequiredService<OpenAwardRound>().HandleAsync(new(code, award, round, previous, Guid.CreateVersion7()));
        if (!opened.Succeeded) throw new InvalidOperationException(string.Join("; ", opened.Problems));
    });

    /// <summary>As far as a test wants.</summary>
    public Task MoveAwardRoundAsync(string code, AwardStage to, DateTime? nominationsDueAt = null) => RunAsync(async services =>
    {
        var find = services.GetRequiredService<FindAwardRound>();
        while (await find.HandleAsync(code, CancellationToken.None) is { } round && round.Stage < to)
        {
            var moved = round.Stage switch
            {
                AwardStage.Draft => await services.GetRequiredService<BeginAwardRound>().HandleAsync(new(code, nominationsDueAt, round.Version)),
                AwardStage.Deciding => await services.GetRequiredService<SealAward>().HandleAsync(new(code, (await services.GetRequiredService<RankAwardRound>().HandleAsync(round, default)).Ranked.Hash, code, null, 7, null, round.Version)),
                AwardStage.Sealed => await services.GetRequiredService<RevealAward>().HandleAsync(new(code, null, round.Version)),
                _ => throw new InvalidOperationException($"{round.Stage} is left by people."),
            };
            if (!moved.Succeeded) throw new InvalidOperationException(string.Join("; ", moved.Problems));
        }
    });

    /// <summary>A nomination of the agency before a panel of these jurors.</summary>
    /// <returns>The panel.</returns>
    public Task<Guid> SeatJuryAsync(string awardRound, string agency, bool isUnsealed, params Person[] jurors) => RunAsync(async services =>
    {
        var (db, clock) = (services.GetRequiredService<TenantDbContext>(), services.GetRequiredService<TimeProvider>());
        var round = await db.AwardRounds.Where(r => r.Code == awardRound).Select(r => r.Id).SingleAsync();
        var panel = JuryPanel.Create(clock.NewId(), round, "Panel of experts", []);
        var nomination = Nomination.Create(clock.NewId(), round, await AgencyIdAsync(agency), "One window for every licence, used by four people in five.", "Ratna Dewi", clock.UtcNow);
        db.AddRange(panel, nomination, NominationProof.Link(clock.NewId(), nomination.Id, "The portal", "https://example.org/licences", "Ratna Dewi", clock.UtcNow));
        db.AddRange(jurors.Select(j => new JuryMember { AwardRoundId = round, JurorId = j.Id, PanelId = panel.Id }));
        if (isUnsealed) db.AddRange(jurors.Select((j, i) => JuryScore.Create(clock.NewId(), nomination.Id, j.Id, [new("novelty", 70 + i), new("impact", 80), new("reuse", 65.5m)], "Widely used.", clock.UtcNow)));
        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new PanelSet(awardRound, panel.Name, [.. jurors.Select(j => j.Id)]));
        await db.SaveChangesAsync();
        DateTime? unsealedAt = isUnsealed ? clock.UtcNow : null;
        await db.AwardRounds.Where(r => r.Id == round).ExecuteUpdateAsync(set => set.SetProperty(r => r.Stage, AwardStage.Jury).SetProperty(r => r.UnsealedAt, unsealedAt));
        return panel.Id;
    });

    private static SnapshotDocument DocumentOf(PublishedAgency published, Agency agency, TestRound round, string instrument, string hash, int number, DateTime now)
    {
        var index = published.Index!.Value;
        return new SnapshotDocument
        {
            Schema = SnapshotDocument.CurrentSchema, Milestone = Milestone.Published, Number = number, TakenAt = now, Round = round.Code, CycleType = CycleType.Evaluation,
            Agency = new SnapshotAgency(agency.Code, agency.Names.Values, published.Group, agency.Synthetic), Instrument = new SnapshotInstrument(instrument, hash),
            Engine = ScoringEngine.Version, SignOff = new SnapshotSignOff("Coordinator", now, "We have checked.", published.Consented), Inputs = [],
            Results = new SnapshotResults
            {
                Basis = Stage.Final,
                Total = FigureOf(index) with { Predicate = published.Predicate },
                SelfTotal = published.Self is { } self ? FigureOf(self) : null,
                Nodes = [.. new[] { "D1", "D2", "D3", "D4" }.Select(d => new SnapshotNode(d, "domain", null, FigureOf(published.Nodes.Where(n => n.Node == d).Select(n => n.Index).DefaultIfEmpty(index).First())))],
            },
        };
    }

    private static SnapshotFigure FigureOf(decimal value) => new(Math.Round(value, 2, MidpointRounding.AwayFromZero), value, (long)(value * 1_000_000), 1_000_000);

    private sealed record TestFiguresPublished(string Code) : Core.Audit.AuditFact($"rounds/{Code}");
}
