using System.Security.Cryptography;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Press;
using DgccAssess.Core.Storage;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Features.Printing;

public sealed record PrintPapersArgs(Guid BatchId);

/// <summary>
/// Prints what waits of a batch, in order, and asks for a further run of itself where time is over. Each report is on disk before its row says so: whoever
/// goes on after a crash prints what is left, and what was under way once more, over the same file.
/// </summary>
public sealed class PrintPapers(
    TenantDbContext db, ReadResult results, IReportRenderer press, IssuePaper issue, ReadTemplates templates, PrintPaper register, PrintedFiles files, SpaceInfo space, AuditTrail audit, Outbox outbox, IOptions<PressOptions> options, TimeProvider clock)
    : IJob<PrintPapersArgs>
{
    /// <summary>Reports looked up together.</summary>
    private const int Together = 40;

    /// <summary>Well within the lease of a job, even if the last reports are slow.</summary>
    private static readonly TimeSpan Run = JobRules.Lease / 4;

    public async Task ExecuteAsync(PrintPapersArgs args, CancellationToken ct)
    {
        var batch = await db.PrintBatches.AsNoTracking().FirstOrDefaultAsync(b => b.Id == args.BatchId, ct);
        if (batch is not { State: PrintState.Printing }) return;

        var end = clock.UtcNow + Run;
        while (await WaitingAsync(batch.Id, ct) is { Count: > 0 } waiting)
        {
            if (clock.UtcNow > end)
            {
                outbox.Add<PrintPapers, PrintPapersArgs>(args);
                await db.SaveChangesAsync(ct);
                return;
            }

            await PrintAsync(batch, waiting, ct);
        }

        await FinishAsync(batch, ct);
    }

    private Task<List<PrintItem>> WaitingAsync(Guid batch, CancellationToken ct) =>
        db.PrintItems.AsNoTracking().Where(i => i.BatchId == batch && i.State == PrintItemState.Waiting).OrderBy(i => i.Position).Take(Together).ToListAsync(ct);

    /// <summary>Keeps every worker busy: while one report is filed the next are set.</summary>
    private async Task PrintAsync(PrintBatch batch, List<PrintItem> waiting, CancellationToken ct)
    {
        var under = new Queue<(PrintItem Item, IssuedPaper Paper, Task<byte[]> Set)>();
        try
        {
            foreach (var item in waiting)
            {
                var stored = await results.OfSnapshotAsync(item.SnapshotId, ct);
                var subject = $"rounds/{stored.Document.Round}/agencies/{stored.Document.Agency.Code}";
                var paper = await issue.HandleAsync(new IssuePaperCommand(PaperKind.AgencyReport, subject, stored.Hash, new ChosenTemplate(batch.TemplateId)), ct);
                var look = await templates.LookAsync(paper.TemplateId, batch.Language, ct);
                under.Enqueue((item, paper, SetAsync(batch, stored, paper, look, ct)));
                if (under.Count > options.Value.Workers) await FileAsync(batch, under.Dequeue(), ct);
            }

            while (under.Count > 0) await FileAsync(batch, under.Dequeue(), ct);
        }
        finally
        {
            // Where one could not be filed, the others are awaited all the same: their rows stay as they are.
            foreach (var (_, _, left) in under) await left.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task<byte[]> SetAsync(PrintBatch batch, StoredResult stored, IssuedPaper paper, PaperLook? look, CancellationToken ct)
    {
        await Task.Yield();
        var report = ReportBuilder.Build(stored, space, batch.Language) with { Register = paper.OnPaper(), Template = look };
        return await press.RenderAsync(new ReportRequest(report, batch.Variant).ToPressRequest(), ct);
    }

    private async Task FileAsync(PrintBatch batch, (PrintItem Item, IssuedPaper Paper, Task<byte[]> Set) under, CancellationToken ct)
    {
        var item = under.Item;
        var now = clock.UtcNow;
        var mine = db.PrintItems.Where(i => i.BatchId == item.BatchId && i.Position == item.Position && i.State == PrintItemState.Waiting);
        try
        {
            var content = await under.Set;
            await files.WriteAsync(item.BatchId, item.Position, content, ct);
            var (hash, bytes) = (Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
            await register.KeepAsync(under.Paper, batch.Language, batch.Variant, hash, ct);
            await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.State, PrintItemState.Printed).SetProperty(i => i.PrintedAt, now)
                .SetProperty(i => i.Sha256, hash).SetProperty(i => i.Bytes, bytes).SetProperty(i => i.Error, (string?)null), ct);
        }
        catch (PressException problem)
        {
            // One report that can't be set must not keep the others from being printed; why stands in its row.
            var error = problem.Message.ReplaceLineEndings(" ");
            if (error.Length > PrintItem.MaxError) error = error[..PrintItem.MaxError];
            await mine.ExecuteUpdateAsync(set => set.SetProperty(i => i.State, PrintItemState.Failed).SetProperty(i => i.Error, error), ct);
        }
    }

    private async Task FinishAsync(PrintBatch printed, CancellationToken ct)
    {
        var batch = await db.PrintBatches.SingleAsync(b => b.Id == printed.Id, ct);
        if (batch.State is not PrintState.Printing) return;

        var round = await db.Rounds.Where(r => r.Id == batch.RoundId).Select(r => r.Code).SingleAsync(ct);
        var failed = await db.PrintItems.CountAsync(i => i.BatchId == batch.Id && i.State == PrintItemState.Failed, ct);
        batch.Finish(clock.UtcNow);
        audit.Record(new PapersPrinted(round, batch.Id, batch.Total - failed, failed));
        await db.SaveChangesAsync(ct);
    }
}
