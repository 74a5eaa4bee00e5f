using System.Diagnostics;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.TestCommon.Press;

namespace DgccAssess.Tests.Press;

public sealed class PressFaultTests
{
    private static readonly PressRequest Anything = new("test", "{}"u8.ToArray());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Worker_KilledInMidRender_TheReportStillComes()
    {
        await using var pool = Pools.Create();
        var request = new ReportRequest(SampleReport.Create(), ReportVariant.Accessible).ToPressRequest();
        var expected = await pool.RenderAsync(request, Stop);
        var victim = Assert.Single(pool.WorkerIds);

        var rendering = pool.RenderAsync(request, Stop);
        await Task.Delay(TimeSpan.FromMilliseconds(30), Stop);
        Assert.False(rendering.IsCompleted);
        Process.GetProcessById(victim).Kill();

        Assert.Equal(expected, await rendering);
        Assert.NotEqual(victim, Assert.Single(pool.WorkerIds));
    }

    [Fact]
    public async Task Worker_ThatDiedWhileIdle_IsReplaced()
    {
        await using var pool = Pools.Create();
        await pool.WarmUpAsync(Stop);
        using var victim = Process.GetProcessById(Assert.Single(pool.WorkerIds));
        victim.Kill();
        await victim.WaitForExitAsync(Stop);

        Assert.NotEmpty(await pool.RenderAsync(new ReportRequest(SampleReport.Create(), ReportVariant.Archive).ToPressRequest(), Stop));
    }

    [Fact]
    public async Task Worker_ThatDiesTwice_IsAClearErrorWithItsLastWords()
    {
        using var folder = new FakePress("console.error('no memory left'); process.exit(3);");
        await using var pool = Pools.Create(folder.Options);

        var problem = await Assert.ThrowsAsync<PressException>(() => pool.RenderAsync(Anything, Stop));

        Assert.Equal(PressFailure.WorkerLost, problem.Failure);
        Assert.Contains("no memory left", problem.Message, StringComparison.Ordinal);
        Assert.Empty(pool.WorkerIds);
    }

    [Fact]
    public async Task Worker_ThatNeverAnswers_IsEndedAfterTheTimeout()
    {
        using var folder = new FakePress("process.stdin.resume(); setInterval(() => {}, 1000);");
        await using var pool = Pools.Create(folder.Options with { Timeout = TimeSpan.FromMilliseconds(400) });
        await pool.WarmUpAsync(Stop);
        using var worker = Process.GetProcessById(Assert.Single(pool.WorkerIds));

        var problem = await Assert.ThrowsAsync<PressException>(() => pool.RenderAsync(Anything, Stop));

        Assert.Equal(PressFailure.Timeout, problem.Failure);
        Assert.True(worker.HasExited);
        Assert.Empty(pool.WorkerIds);
    }

    [Fact]
    public async Task Worker_ThatAnswersNonsense_IsReplacedAndTheErrorIsClear()
    {
        using var folder = new FakePress("process.stdin.once('data', () => process.stdout.write('HTTP/1.1 200 OK and more'));");
        await using var pool = Pools.Create(folder.Options);

        var problem = await Assert.ThrowsAsync<PressException>(() => pool.RenderAsync(Anything, Stop));

        Assert.Equal(PressFailure.WorkerLost, problem.Failure);
    }

    [Fact]
    public async Task Render_CancelledByTheCaller_LeavesAPoolThatWorks()
    {
        await using var pool = Pools.Create();
        var request = new ReportRequest(SampleReport.Create(), ReportVariant.Archive).ToPressRequest();
        await pool.RenderAsync(request, Stop);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pool.RenderAsync(request, impatient.Token));

        Assert.NotEmpty(await pool.RenderAsync(request, Stop));
    }

    [Fact]
    public async Task Render_OfARequestThePressRefuses_SaysWhyAndKeepsTheWorker()
    {
        await using var pool = Pools.Create();
        var document = SampleReport.Create();
        var contradiction = new ReportFinding("A2", FindingKind.Weakness, FindingCodes.Low, document.Findings.First(f => f.Kind is FindingKind.Strength).Indicators);
        var request = new ReportRequest(document with { Findings = [.. document.Findings, contradiction] }, ReportVariant.Archive).ToPressRequest();

        var problem = await Assert.ThrowsAsync<PressException>(() => pool.RenderAsync(request, Stop));

        Assert.Equal(PressFailure.Refused, problem.Failure);
        Assert.Contains("more than one strength or weakness", problem.Message, StringComparison.Ordinal);
        Assert.Single(pool.WorkerIds);
    }

    [Fact]
    public async Task Press_ThatIsNotInstalled_IsAClearError()
    {
        await using var noNode = Pools.Create(new PressOptions { NodePath = "no-such-node" });
        await using var noFolder = Pools.Create(new PressOptions { PressDirectory = Path.GetTempPath() });

        Assert.Equal(PressFailure.NotInstalled, (await Assert.ThrowsAsync<PressException>(() => noNode.RenderAsync(Anything, Stop))).Failure);
        Assert.Equal(PressFailure.NotInstalled, (await Assert.ThrowsAsync<PressException>(() => noFolder.RenderAsync(Anything, Stop))).Failure);
    }
}
