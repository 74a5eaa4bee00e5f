using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Benchmarks.Autosave;

/// <summary>The product's server and the floor, each a process with a SQLite database of the same content: spbe-2020, one agency, 47 answers.</summary>
internal sealed class AutosaveScene : IAsyncDisposable
{
    public const int Clients = 8;
    private const string Round = "/rounds/2021/agencies/kemenko-perekonomian/";

    private readonly TestApp app = new(DatabaseProvider.Sqlite);
    private readonly List<TestBrowser> browsers = [];

    public WebProcess Product { get; private set; } = null!;
    public WebProcess Floor { get; private set; } = null!;
    public IReadOnlyList<SaveOnce> ProductClients { get; private set; } = [];
    public IReadOnlyList<SaveOnce> FloorClients { get; private set; } = [];

    public static async Task<AutosaveScene> OpenAsync(string? binary)
    {
        var scene = new AutosaveScene();
        try
        {
            await scene.StartAsync(binary);
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers) browser.Dispose();
        if (Product is not null) await Product.DisposeAsync();
        if (Floor is not null) await Floor.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task StartAsync(string? binary)
    {
        var (space, twin) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        await space.OpenRoundAsync();
        await twin.OpenRoundAsync();
        var agency = await space.AgencyIdAsync("kemenko-perekonomian");

        Product = WebProcess.Start(app.Settings, new() { Environment = "Production", Binary = binary });
        Floor = WebProcess.Start(
            new Dictionary<string, string>
            {
                [FloorServer.DatabaseKey] = Path.Combine(app.Folder, twin.Space.Id + ".db"),
                [FloorServer.AssessmentKey] = (await twin.ReadAsync(db => db.Assessments.Select(a => a.Id).SingleAsync())).ToString(),
            },
            new() { Binary = typeof(FloorServer).Assembly.Location, Arguments = [FloorServer.Command], Environment = "Production" });

        var (server, floor) = (await Product.ListeningAsync(), await Floor.ListeningAsync());
        var indicators = await space.ReadAsync(db => db.Answers.OrderBy(a => a.Id).Select(a => a.Indicator).ToListAsync());
        var (products, floors) = (new List<SaveOnce>(), new List<SaveOnce>());
        for (var client = 0; client < Clients; client++)
        {
            var browser = new TestBrowser(server, space.Path);
            browsers.Add(browser);
            await browser.SignInAsync(await space.CreatePersonAsync(Roles.Respondent, agency));

            // Each client has indicators of its own: versions do not collide.
            var forms = new List<AutosaveForm>();
            foreach (var indicator in indicators.Where((_, i) => i % Clients == client)) forms.Add(await AutosaveForm.OpenAsync(browser, Round + indicator));
            products.Add(Saving(browser.Client, forms));
            floors.Add(Saving(new HttpClient(), [.. forms.Select((form, i) => form.At(new Uri(floor, indicators[(i * Clients) + client])))]));
        }

        (ProductClients, FloorClients) = (products, floors);
    }

    private static SaveOnce Saving(HttpClient http, IReadOnlyList<AutosaveForm> forms)
    {
        var turn = 0;
        return (number, ct) => forms[turn++ % forms.Count].SaveAsync(http, SampleText.Of(number), ct);
    }
}
