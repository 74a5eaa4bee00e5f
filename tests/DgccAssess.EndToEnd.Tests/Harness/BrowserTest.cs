using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

/// <summary>A test with browser windows of its own. A failure keeps what they showed; an error nobody saw is a failure.</summary>
public abstract class BrowserTest(Product product) : IAsyncLifetime
{
    private readonly List<IBrowserContext> windows = [];

    protected Product Product => product;
    protected TestApp App => product.App;

    /// <summary>Costs a fifth of the time: pictures are enough where a test opens one page.</summary>
    protected virtual bool KeepsTrace => true;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var troubles = windows.SelectMany(w => Troubles.Of(w).Found).ToList();
        var keep = troubles.Count > 0 || TestContext.Current.TestState?.Result is TestResult.Failed;
        foreach (var (window, i) in windows.Select((window, i) => (window, i)))
        {
            if (keep) await Artifacts.KeepAsync(window, $"{GetType().Name}-{TestContext.Current.Test!.TestDisplayName.Split('.')[^1]}", i, KeepsTrace);
            await window.CloseAsync();
        }

        if (troubles.Count > 0) Assert.Fail(string.Join('\n', troubles));
    }

    /// <summary>A page in a window of its own: nothing is shared with the others but the application.</summary>
    protected async Task<IPage> OpenAsync(string language = "en", Action<BrowserNewContextOptions>? adjust = null)
    {
        var options = new BrowserNewContextOptions
        {
            BaseURL = product.Address, Locale = language, TimezoneId = "Asia/Jakarta", ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce,
        };
        adjust?.Invoke(options);
        var window = await product.Browser.NewContextAsync(options);
        windows.Add(window);
        Troubles.Of(window).CanLook = options.JavaScriptEnabled is not false;
        window.SetDefaultTimeout(Patience.Milliseconds);
        if (KeepsTrace) await window.Tracing.StartAsync(new() { Snapshots = true });
        return await window.NewPageAsync();
    }

    protected async Task<IPage> OpenAsync(TestSpace space, Person person, string language = "en", Action<BrowserNewContextOptions>? adjust = null)
    {
        var page = await OpenAsync(language, adjust);
        await page.SignInAsync(space, person);
        return page;
    }
}
