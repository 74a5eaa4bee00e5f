using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>
/// Every page, from left to right and from right to left, narrow and wide. In two halves, so that one is looked at while the other waits for silence on the line: one after
/// the other they were the longest part of all tests.
/// </summary>
public abstract class PageSweep(Product product) : BrowserTest(product)
{
    private const int Halves = 2;
    private const int Narrow = 320;
    private const int Wide = 1280;
    private const int FirstLoadBytes = 100 * 1024;

    /// <summary>What makes the page scroll sideways.</summary>
    private const string Overflow = """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return '';
          const out = [...document.body.querySelectorAll('*')].filter(e => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1) && !e.closest('.visually-hidden, .table-wrap, .skip-link');
          });
          return `${root.scrollWidth} px wide: ` + out.slice(0, 6).map(e => `${e.tagName.toLowerCase()}.${e.className} ${Math.round(e.getBoundingClientRect().width)}`).join(', ');
        }
        """;

    protected override bool KeepsTrace => false;

    /// <summary>Names of the pages to sweep, with commas between; all of them when it is not set.</summary>
    private static readonly string[]? Only = Environment.GetEnvironmentVariable("DGCC_SWEEP") is { Length: > 0 } names ? names.Split(',') : null;

    // Nobody looks at them there, and they take a fifth of the sweep's time.
    private static readonly bool Photographs = Only is not null || Environment.GetEnvironmentVariable("CI") is not "true";

    private PreparedSpace prepared = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        prepared = await PreparedSpace.OfAsync(Product);
    }

    /// <summary>Every second page, so that neither half has the heavy ones.</summary>
    protected static TheoryData<string> NamesOf(int half) =>
        [.. PageMap.Pages.Select(p => p.Name).Where(n => Only?.Contains(n) ?? true).Index().Where(n => n.Index % Halves == half).Select(n => n.Item)];

    protected async Task LookAtAsync(string name)
    {
        var mapped = PageMap.Pages.Single(p => p.Name == name);

        // What is loaded at first is counted once the line is silent; in the other direction it is the same.
        var (page, load) = await VisitAsync(mapped, "en", "ltr", WaitUntilState.NetworkIdle);
        Assert.InRange(await load.BytesAsync(), 1, FirstLoadBytes);
        Assert.Empty(await ErrorLinks.AstrayAsync(page));
        Assert.Empty(await ErrorLinks.UnreachableAsync(page));
        await PhotographAsync(page, name, "320-ltr");
        await PhotographAsync(page, name, "1280-ltr", Wide);

        (page, _) = await VisitAsync(mapped, "ar", "rtl", WaitUntilState.Load);
        await PhotographAsync(page, name, "1280-rtl", Wide);
    }

    private async Task<(IPage Page, FirstLoad Load)> VisitAsync(MappedPage mapped, string language, string direction, WaitUntilState until)
    {
        var cookies = mapped.Visitor(prepared) is { } visitor ? await prepared.CookiesOfAsync(visitor) : null;
        var page = await OpenAsync(language, options => (options.StorageState, options.ViewportSize) = (cookies, new() { Width = Narrow, Height = 640 }));
        var load = new FirstLoad(page);
        if (mapped.Status >= 400) Troubles.Of(page.Context).Expect("Failed to load resource");
        var response = await page.GotoAsync(mapped.Path(prepared), new() { WaitUntil = until });
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");

        Assert.Equal(mapped.Status, response!.Status);
        Assert.EndsWith(mapped.Path(prepared), page.Url, StringComparison.Ordinal);
        Assert.Equal(direction, await page.Locator("html").GetAttributeAsync("dir"));
        Assert.Equal("", await page.EvaluateAsync<string>(Overflow));
        await page.LookAsync();
        return (page, load);
    }

    private static async Task PhotographAsync(IPage page, string name, string view, int width = Narrow)
    {
        if (!Photographs) return;
        await page.SetViewportSizeAsync(width, 900);
        await page.ScreenshotAsync(new() { Path = Artifacts.Screen($"{name}.{view}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }
}
