using System.Net;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Faults;

public sealed class KilledServerTests
{
    private const int Stream = 2000;
    private const int Clients = 8;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task Server_KilledInAStreamOfAutosaves_KeepsEveryAcknowledgedAnswer()
    {
        await using var scene = await AnsweringScene.OpenAsync();
        using var browser = await scene.SignInAsync();
        var indicators = (await scene.AnswersAsync()).Keys.Order(StringComparer.Ordinal).ToList();
        var writers = new List<Writer>();
        foreach (var indicator in indicators) writers.Add(new Writer(indicator, await AutosaveForm.OpenAsync(browser, AnsweringScene.Round + indicator)));

        var acknowledged = 0;
        using var half = new CancellationTokenSource(Longest);
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => SaveAsync([.. writers.Where((_, i) => i % Clients == client)]))).ToArray();
        await Task.WhenAny(Task.Delay(Timeout.Infinite, half.Token), Task.WhenAll(clients));
        await scene.KillServerAsync();
        await Task.WhenAll(clients);

        Assert.InRange(acknowledged, 100, Stream - 1);
        scene.StartServer();
        using var again = await scene.SignInAsync();
        var stored = await scene.AnswersAsync();
        var audited = await scene.SavesInAuditAsync();
        foreach (var writer in writers)
        {
            var answer = stored[writer.Indicator];
            // A save cut off before its answer may be stored or not; nothing else.
            var expected = answer.Version == writer.Form.Version ? writer.Acknowledged : writer.Sent;
            Assert.InRange(answer.Version, writer.Form.Version, writer.Form.Version + 1);
            Assert.Equal(expected, answer.Analysis);
            Assert.Equal(answer.Version - 1, audited.GetValueOrDefault(writer.Indicator));
        }

        var shown = await AutosaveForm.OpenAsync(again, AnsweringScene.Round + indicators[0]);
        Assert.Equal(HttpStatusCode.OK, await shown.SaveAsync(again.Client, "after the crash"));

        async Task SaveAsync(IReadOnlyList<Writer> own)
        {
            for (var turn = 0; turn < Stream / Clients; turn++)
            {
                if (!await own[turn % own.Count].TrySaveAsync(browser.Client, turn)) return;
                if (Interlocked.Increment(ref acknowledged) == Stream / 2) await half.CancelAsync();
            }
        }
    }

    [Fact]
    public async Task Database_OfASpace_WritesThroughToTheDiskBeforeItAcknowledges()
    {
        using var app = new TestApp(Core.Data.DatabaseProvider.Sqlite);
        var space = await app.CreateSpaceAsync();

        Assert.Equal(("wal", 2, 1), await space.ReadAsync(async db => (
            await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(),
            await db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
            await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync())));
    }

    private sealed class Writer(string indicator, AutosaveForm form)
    {
        public string Indicator => indicator;
        public AutosaveForm Form => form;

        /// <summary>Last text the server said it has saved.</summary>
        public string Acknowledged { get; private set; } = "";

        public string Sent { get; private set; } = "";

        /// <summary>False when the server is gone.</summary>
        public async Task<bool> TrySaveAsync(HttpClient client, int turn)
        {
            Sent = $"{indicator}: text number {turn}";
            try
            {
                var status = await form.SaveAsync(client, Sent);
                Assert.Equal(HttpStatusCode.OK, status);
                Acknowledged = Sent;
                return true;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                return false;
            }
        }
    }
}
