using System.Diagnostics;
using System.Text.Json;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>A program that is not ours (openid-client) connects to a space: a person signs in and allows it in the browser, the rest is the program's.</summary>
public sealed class ProgramTests(Product product) : BrowserTest(product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Program_ConnectsForAPersonAndForItself(bool script)
    {
        var space = await App.CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Reader, name: "Dewi Lestari");
        var device = await space.CreateClientAsync(ApiClientKind.Device, redirects: "http://127.0.0.1/back");
        var service = await space.CreateClientAsync();
        using var program = Start(Product.Address + space.Path, device.ClientId, service.ClientId, service.Secret!);
        var page = await OpenAsync(adjust: options => options.JavaScriptEnabled = script);

        // Led to the sign-in page, then to the question, then to the program, by one redirect after another.
        await page.GotoAsync((await ReadAsync(program)).GetProperty("authorize").GetString()!);
        await page.Locator("#Input_Email").FillAsync(person.Email);
        await page.Locator("#Input_Password").FillAsync(person.Password);
        await page.PressAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("asks to act for you");
        if (script) Assert.Empty(await page.BarriersAsync());
        await page.Locator("button[value=allow]").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Connected");

        var result = await ReadAsync(program);
        Assert.False(result.TryGetProperty("failed", out var failed), failed.ToString());
        Assert.Equal(Product.Address + space.Path, result.GetProperty("issuer").GetString());
        Assert.Equal(person.Id.ToString(), result.GetProperty("subject").GetString());
        Assert.Equal("Dewi Lestari", result.GetProperty("name").GetString());
        Assert.Equal("person", result.GetProperty("asPerson").GetProperty("kind").GetString());
        Assert.True(result.GetProperty("rotated").GetBoolean());
        Assert.Equal("invalid_grant", result.GetProperty("reused").GetString());
        Assert.Equal(401, result.GetProperty("afterReuse").GetProperty("status").GetInt32());
        Assert.Equal("program", result.GetProperty("asProgram").GetProperty("kind").GetString());
        Assert.True(result.GetProperty("active").GetBoolean());
        Assert.Equal(401, result.GetProperty("afterRevocation").GetProperty("status").GetInt32());
    }

    private static Process Start(params string[] arguments)
    {
        var folder = Path.Combine(RepositoryRoot.Find(), "tests", "DgccAssess.EndToEnd.Tests", "Programs");
        return Process.Start(new ProcessStartInfo("node", ["relying-party.mjs", .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
    }

    private static async Task<JsonElement> ReadAsync(Process program)
    {
        using var patience = new CancellationTokenSource(Patience.Time);
        var line = await program.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The program ended without a word.");
        return JsonDocument.Parse(line).RootElement;
    }
}
