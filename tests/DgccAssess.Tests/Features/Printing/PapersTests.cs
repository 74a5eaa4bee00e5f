using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Printing;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Printing;

public sealed class PapersTests(TestApps apps)
{
    private const string Round = "demo-2021";
    private const string Page = $"/rounds/{Round}/papers";

    [Theory, Databases]
    public async Task Papers_OrderedOnThePage_ArePrintedAndFetchedWithTheirManifest(DatabaseProvider provider)
    {
        var space = await NationAsync(provider);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer, name: "Lestari Putri"));

        var form = await organizer.GetAsync(Page);
        var ordered = await organizer.SubmitAsync(form, "main form[method=post]", ("Input.Language", "id"));
        await organizer.SubmitAsync(form, "main form[method=post]", ("Input.Language", "id"));
        Assert.Contains("0 of 6 printed (0 %)", ordered.Text, StringComparison.Ordinal);
        await space.RunDueJobsAsync();

        var done = await organizer.GetAsync(Page);
        Assert.Contains("Asked for by Lestari Putri", done.Text, StringComparison.Ordinal);
        Assert.Contains("6 of 6 printed (100 %)", done.Text, StringComparison.Ordinal);
        var batch = await space.ReadAsync(db => db.PrintBatches.SingleAsync());
        using var zip = new ZipArchive(new MemoryStream(await organizer.Client.GetByteArrayAsync(organizer.Absolute($"{Page}/{batch.Id}/zip"))));
        var manifest = await JsonDocument.ParseAsync(await zip.GetEntry("manifest.json")!.OpenAsync());
        Assert.True(manifest.RootElement.GetProperty("synthetic").GetBoolean());
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(7, zip.Entries.Count);
        Assert.Equal(
            files.Select(f => f.GetProperty("sha256").GetString()).Order(StringComparer.Ordinal),
            (await space.ReadAsync(db => db.IssuedFiles.Select(f => f.Sha256).ToListAsync())).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            await using var stream = await zip.GetEntry(file.GetProperty("name").GetString()!)!.OpenAsync();
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)));
        }

        Assert.Equal(["PapersFetched", "PapersOrdered", "PapersPrinted"], await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type.StartsWith("Papers")).Select(e => e.Type).Order().ToListAsync()));
    }

    [Fact]
    public async Task Papers_EndedInTheMiddle_GoOnWithoutAGapOrADouble()
    {
        var space = await NationAsync(DatabaseProvider.Sqlite);
        var id = await OrderAsync(space);
        using var ended = new CancellationTokenSource();

        // As when the server is told to end: what was under way stays undone.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => space.RunAsync(async services =>
        {
            var press = new CountingPress(services.GetRequiredService<IReportRenderer>(), 2, ended.Cancel);
            await ActivatorUtilities.CreateInstance<PrintPapers>(services, press).ExecuteAsync(new(id), ended.Token);
        }));
        var before = await ItemsAsync(space, id);
        Assert.Contains(before, i => i.State is PrintItemState.Waiting);

        var counting = await space.RunAsync(async services =>
        {
            var press = new CountingPress(services.GetRequiredService<IReportRenderer>(), int.MaxValue, () => { });
            await ActivatorUtilities.CreateInstance<PrintPapers>(services, press).ExecuteAsync(new(id), CancellationToken.None);
            await ActivatorUtilities.CreateInstance<PrintPapers>(services, press).ExecuteAsync(new(id), CancellationToken.None);
            return press.Count;
        });

        Assert.Equal(before.Count(i => i.State is PrintItemState.Waiting), counting);
        var after = await ItemsAsync(space, id);
        Assert.All(after, i => Assert.Equal(PrintItemState.Printed, i.State));
        Assert.All(before.Where(i => i.State is PrintItemState.Printed), i => Assert.Equal(i.PrintedAt, after.Single(a => a.Position == i.Position).PrintedAt));
        Assert.Equal(PrintState.Done, await space.ReadAsync(db => db.PrintBatches.Select(b => b.State).SingleAsync()));
    }

    [Fact]
    public async Task Papers_WhereThePressFails_SayWhyAndCanBeTriedAgain()
    {
        var space = await NationAsync(DatabaseProvider.Sqlite);
        var id = await OrderAsync(space);
        await space.RunAsync(services => ActivatorUtilities.CreateInstance<PrintPapers>(services, new BrokenPress()).ExecuteAsync(new(id), CancellationToken.None));
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        var page = await organizer.GetAsync(Page);
        Assert.Contains("Could not be printed: 6", page.Text, StringComparison.Ordinal);
        Assert.Contains("out of paper", page.Text, StringComparison.Ordinal);
        // The order that failed has left its job in the outbox.
        await organizer.SubmitAsync(page, "#batches form[method=post]");
        await space.RunDueJobsAsync();

        Assert.Contains("6 of 6 printed (100 %)", (await organizer.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_PastTheirTime_AreDeletedAndStayKnown()
    {
        var space = await NationAsync(DatabaseProvider.Sqlite);
        var id = await OrderAsync(space);
        await space.RunDueJobsAsync();
        var past = TimeProvider.System.UtcNow.AddMinutes(-1);
        await space.ReadAsync(db => db.PrintBatches.ExecuteUpdateAsync(set => set.SetProperty(b => b.ExpiresAt, past)));

        await space.RunAsync(services => services.GetRequiredService<ExpirePapers>().HandleAsync());

        await Assert.ThrowsAnyAsync<IOException>(() => space.RunAsync(services => services.GetRequiredService<PrintedFiles>().ReadAsync(id, 1, CancellationToken.None)));
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        Assert.Contains("Files deleted", (await organizer.GetAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await organizer.GetAsync($"{Page}/{id}/zip")).Status);
    }

    private async Task<TestSpace> NationAsync(DatabaseProvider provider) => await (await apps.On(provider).CreateSpaceAsync()).CreateNationAsync(agencies: 6, rounds: 1);

    private static async Task<Guid> OrderAsync(TestSpace space)
    {
        var id = TimeProvider.System.NewId();
        var ordered = await space.RunAsync(services => services.GetRequiredService<OrderPapers>().HandleAsync(new(id, Round, "en", ReportVariant.Accessible)));
        Assert.True(ordered.Succeeded);
        return id;
    }

    private static Task<List<PrintItem>> ItemsAsync(TestSpace space, Guid id) => space.ReadAsync(db => db.PrintItems.AsNoTracking().Where(i => i.BatchId == id).OrderBy(i => i.Position).ToListAsync());

    /// <summary>The press, counted; at some report something happens.</summary>
    private sealed class CountingPress(IReportRenderer press, int at, Action then) : IReportRenderer
    {
        private int count;

        public int Count => count;

        public async Task<byte[]> RenderAsync(PressRequest request, CancellationToken ct)
        {
            var content = await press.RenderAsync(request, ct);
            if (Interlocked.Increment(ref count) == at) then();
            return content;
        }
    }

    private sealed class BrokenPress : IReportRenderer
    {
        public Task<byte[]> RenderAsync(PressRequest request, CancellationToken ct) => throw new PressException(PressFailure.Failed, "out of paper");
    }
}
