using System.Net;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Storage;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DgccAssess.Tests.Features.Evidence;

public sealed class StoreFailureTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Upload_FolderCannotBeWritten_SaysSoAndLeavesNoRow(DatabaseProvider provider)
    {
        // A file stands where the folder should be: refused even to root.
        var obstacle = Path.GetTempFileName();
        try
        {
            using var app = new TestApp(provider, new Dictionary<string, string> { ["Storage:Root"] = Path.Combine(obstacle, "evidence") });
            using var scene = await EvidenceScene.OpenAsync(app);

            var answer = await scene.UploadAsync("a.pdf", SampleFiles.Pdf);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Contains("storage is not available", EvidenceScene.Errors(answer), StringComparison.Ordinal);
            Assert.Empty(await scene.ItemsAsync());
            Assert.Equal(0, await scene.EventsAsync("EvidenceAdded"));
        }
        finally
        {
            File.Delete(obstacle);
        }
    }

    [Theory, Databases]
    public async Task Upload_FileCannotBeKept_LeavesNeitherHalfFileNorRow(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SampleFiles.Pdf));
        Directory.CreateDirectory(scene.Folder);
        await File.WriteAllTextAsync(Path.Combine(scene.Folder, hash[..2]), "in the way");

        var answer = await scene.UploadAsync("a.pdf", SampleFiles.Pdf);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Empty(await scene.ItemsAsync());
        Assert.Equal(hash[..2], Path.GetFileName(Assert.Single(scene.Files)));
    }

    [Theory, Databases]
    public async Task Upload_ConnectionBreaksInTheFile_LeavesNothing(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var whole = EvidenceScene.Upload(await scene.OpenPageAsync(), [("a.pdf", SampleFiles.PdfOf(300_000))]);
        var bytes = await whole.Content!.ReadAsByteArrayAsync();
        var cut = new HttpRequestMessage(HttpMethod.Post, whole.RequestUri) { Content = new ByteArrayContent(bytes[..200_000]) };
        cut.Content.Headers.ContentType = whole.Content.Headers.ContentType;

        var answer = await scene.Respondent.SendOnceAsync(cut);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("did not arrive whole", EvidenceScene.Errors(answer), StringComparison.Ordinal);
        Assert.Empty(await scene.ItemsAsync());
        Assert.Empty(scene.Files);
    }

    [Theory, Databases]
    public async Task Upload_WholeFileLeftByACrashBeforeItsRow_Completes(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var page = await scene.OpenPageAsync();
        await scene.Space.RunAsync(async services =>
        {
            var store = services.GetRequiredService<IEvidenceStore>();
            await using var staged = await store.StageAsync(new MemoryStream(SampleFiles.Pdf), EvidenceFiles.MaxBytes, default);
            await staged!.KeepAsync(default);
        });

        var answer = await scene.Respondent.SendOnceAsync(EvidenceScene.Upload(page, [("a.pdf", SampleFiles.Pdf)]));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(SampleFiles.Pdf, await File.ReadAllBytesAsync(Assert.Single(scene.Files)));
    }

    [Fact]
    public async Task Stage_SourceFails_DeletesWhatCameSoFar()
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        await Assert.ThrowsAsync<InvalidDataException>(() => scene.Space.RunAsync(services =>
            services.GetRequiredService<IEvidenceStore>().StageAsync(new BreakingStream(Encoding.ASCII.GetBytes("%PDF-1.7")), 100, default)));

        Assert.Empty(scene.Files);
    }

    [Fact]
    public async Task Stage_LeftoversOfACrash_GoWhenADayOld()
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var incoming = Directory.CreateDirectory(Path.Combine(scene.Folder, "incoming")).FullName;
        var (old, fresh) = (Path.Combine(incoming, "old.part"), Path.Combine(incoming, "fresh.part"));
        await File.WriteAllTextAsync(old, "half");
        await File.WriteAllTextAsync(fresh, "half");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        await scene.UploadedAsync("a.pdf", SampleFiles.Pdf);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(fresh));
    }

    [Fact]
    public void Start_RootInTheWebRoot_IsRefused()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["Storage:Root"] = "wwwroot/evidence" });

        var refusal = Assert.ThrowsAny<OptionsValidationException>(() => app.Services);

        Assert.Contains("web root", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new InvalidDataException("broken") : base.ReadAsync(buffer, cancellationToken);
    }
}
