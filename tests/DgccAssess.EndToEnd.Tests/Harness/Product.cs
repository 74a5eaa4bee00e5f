using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

/// <summary>The real application on a free port of this machine, and one browser for the whole assembly.</summary>
public sealed class Product : IAsyncLifetime
{
    private const string ChromiumPath = "/usr/bin/chromium";

    // Nothing of the browser may talk to anybody but the application.
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    public TestApp App { get; } = new(DatabaseProvider.Sqlite);
    public string Address { get; private set; } = "";
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App.UseKestrel(0);
        App.StartServer();
        Address = App.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumPath, Args = Environment.UserName == "root" ? [.. Arguments, "--no-sandbox"] : Arguments });
        Assertions.SetDefaultExpectTimeout(Patience.Milliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        playwright?.Dispose();
        await App.DisposeAsync();
    }
}

/// <summary>How long a step may take on a busy machine before the test gives up; no test waits for it to pass.</summary>
internal static class Patience
{
    public const int Milliseconds = 45_000;
    public static readonly TimeSpan Time = TimeSpan.FromMilliseconds(Milliseconds);
}
