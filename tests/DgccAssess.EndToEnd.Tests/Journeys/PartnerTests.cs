using System.Security.Cryptography;
using DgccAssess.Core.Security;
using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DgccAssess.EndToEnd.Tests.Journeys;

/// <summary>The operator registers a government that publishes from its own installation, and later gives it another key.</summary>
public sealed class PartnerTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task Partner_IsRegisteredListedAndGetsAnotherKey_WithoutScript()
    {
        var hub = await App.HubAsync();
        var client = await hub.CreateClientAsync(scopes: [ApiScopes.Sharing]);
        var (first, second) = (NewKey(), NewKey());
        var page = await OpenAsync(hub, await hub.CreatePersonAsync(Roles.Operator), adjust: options => options.JavaScriptEnabled = false);
        await page.FollowAsync(page.Locator(".site-nav a[href$='/tenants']"));
        await page.FollowAsync(page.Locator("main a[href$='/partners']"));
        await page.FollowAsync(page.Locator("main a.btn-primary"));

        await page.Locator("#Input_Partner").FillAsync("mongolia");
        await page.Locator("#Input_Country").FillAsync("MN");
        await page.Locator("#Input_Name").FillAsync("Mongolia");
        await page.Locator("#Input_ClientId").FillAsync(client.ClientId);
        await page.Locator("#Input_PublicKey").FillAsync(first.Pem);
        await page.PressAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync(first.Begins);

        var row = page.Locator("#partners tbody tr").Filter(new() { HasText = "mongolia" });
        await row.Locator("summary").PressAsync("Enter");
        await Expect(row.Locator("details > code")).ToBeVisibleAsync();
        await page.FollowAsync(row.Locator("th a"));
        await page.Locator("#Input_PublicKey").FillAsync(second.Pem);
        await page.PressAsync();
        await Expect(page.Locator("#done")).ToContainTextAsync(second.Begins);
        await Expect(row.Locator("summary")).ToContainTextAsync(second.Begins);
    }

    private static (string Pem, string Begins) NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportSubjectPublicKeyInfoPem(), Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16]);
    }
}
