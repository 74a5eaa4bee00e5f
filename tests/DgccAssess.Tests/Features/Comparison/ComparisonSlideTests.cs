using System.Buffers.Binary;
using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Sharing;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>Pictures for slides: a theme, a question, a country. What stands on them is tested where they are composed: src/press/test/slide.test.mjs.</summary>
public sealed class ComparisonSlideTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Slide_OfAThemeAndOfAQuestion_IsAPictureAndInTheLedger(DatabaseProvider provider)
    {
        var (app, hub) = (apps.On(provider), await apps.On(provider).HubAsync());
        var (one, two) = (await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6]), await ComparisonTests.CountryAsync(app, [5, 5, 5, 10, 10]));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
        var page = (await programme.GetAsync($"/comparison?countries={one.Space.Id},{two.Space.Id}")).Document;

        var theme = await PictureAsync(programme, page.QuerySelector("#T1 ~ .slides a[hreflang='ko']")!.GetAttribute("href")!);
        var question = await PictureAsync(programme, page.QuerySelector("article[aria-labelledby='q-C2'] .slides a[hreflang='en']")!.GetAttribute("href")!);

        Assert.NotEqual(theme, question);
        Assert.Null(page.QuerySelector("article[aria-labelledby='q-C7'] .slides"));
        Assert.Equal(4, (await ComparisonTests.PlacesAsync(hub, one, two)).Count(place => place == "comparison.png"));
    }

    [Fact]
    public async Task Slide_OfWhatIsNotThere_InALanguageNotOffered_OrForNobody_IsRefusedAndNotNoted()
    {
        var (app, hub) = (apps.On(DatabaseProvider.Sqlite), await apps.On(DatabaseProvider.Sqlite).HubAsync());
        var (one, two) = (await ComparisonTests.CountryAsync(app, [6, 6, 6, 6, 6]), await ComparisonTests.CountryAsync(app, [5, 5, 5, 10, 10]));
        using var programme = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Programme));
        using var operators = await hub.AsAsync(await hub.CreatePersonAsync(Roles.Operator));
        string Address(string rest) => $"/comparison/slide.png?countries={one.Space.Id},{two.Space.Id}{rest}";

        foreach (var rest in (string[])["", "&theme=T9", "&question=C21", "&question=C7", "&theme=T1&question=nothing"]) Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync(Address(rest))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync($"/comparison/slide.svg?countries={one.Space.Id},{two.Space.Id}&theme=T1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync($"/comparison/slide.png?countries={one.Space.Id}&theme=T1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await programme.GetAsync($"/comparison/slide.png?countries={new string('x', 501)}&theme=T1")).Status);
        var unknown = await programme.GetAsync(Address("&theme=T1&language=uz"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("language", unknown.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await operators.GetAsync(Address("&theme=T1"))).Status);
        Assert.Empty(await ComparisonTests.PlacesAsync(hub, one, two));
    }

    [Fact]
    public async Task Slide_OfACountry_IsAPictureInItsLanguages_WhereNationalFiguresAreShared()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.SettleAsync();
        using var programme = await scene.Hub.AsAsync(await scene.Hub.CreatePersonAsync(Roles.Programme));
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync($"/countries/{scene.Partner}/slide.png?language=en")).Status);

        await scene.AgreeAsync(Core.Features.Sharing.SharingLevel.National);
        await scene.Space.RunDueJobsAsync();
        var links = (await programme.GetAsync($"/countries/{scene.Partner}")).Document.QuerySelectorAll("#slides a").ToDictionary(a => a.GetAttribute("hreflang")!, a => a.GetAttribute("href")!);

        Assert.Equal(["ar", "en", "fr", "id", "ko"], links.Keys.Order());
        foreach (var address in links.Values) await PictureAsync(programme, address);
        Assert.Equal(5, (await ComparisonTests.PlacesAsync(scene.Hub, scene.Space, scene.Space)).Count(place => place == "country.png"));
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync($"/countries/{scene.Partner}/slide.jpg?language=en")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.GetAsync("/countries/nowhere/slide.png?language=en")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await programme.GetAsync($"/countries/{scene.Partner}/slide.png?language=uz")).Status);
    }

    private static async Task<byte[]> PictureAsync(TestBrowser browser, string address)
    {
        using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
        var png = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "image/png", "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.EndsWith(".png", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.Equal((1920, 1080), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        return png;
    }
}
