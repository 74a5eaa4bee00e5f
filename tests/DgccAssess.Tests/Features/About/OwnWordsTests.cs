using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.About;

/// <summary>A government's own texts and picture on its pages, and on no other's.</summary>
public sealed class OwnWordsTests(TestApps apps)
{
    private static readonly byte[] Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M0 0h4v4z\"/></svg>"u8.ToArray();
    private static readonly SpaceLogo Logo = new(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Drawing)), "image/svg+xml");

    [Theory, Databases]
    public async Task Pages_ShowTheTextInTheReadersLanguageElseInTheSpacesFirst(DatabaseProvider provider)
    {
        var space = await CreateAsync(provider);
        using var browser = space.Anonymous();

        var signIn = await browser.GetAsync("/sign-in");
        var privacy = await browser.GetAsync("/about/privacy");

        Assert.Equal("For officials only.", signIn.Document.QuerySelector(".own-words")!.TextContent.Trim());
        Assert.Equal(("Privacy", "id", "ltr"), (privacy.Heading, privacy.Document.QuerySelector(".own-words")!.GetAttribute("lang"), privacy.Document.QuerySelector(".own-words")!.GetAttribute("dir")));
        Assert.Equal("Baca semuanya di kementerian, <b>sekarang</b>.", privacy.Document.QuerySelector(".own-words p")!.TextContent.Trim());
        Assert.Equal("https://example.org/", privacy.Document.QuerySelector(".own-words a")!.GetAttribute("href"));
        Assert.Equal(["satu", "dua"], privacy.Document.QuerySelectorAll(".own-words li").Select(li => li.TextContent.Trim()));
        Assert.NotNull(privacy.Document.QuerySelector($"footer a[href='{space.Path}/about/privacy']"));
        Assert.Null(privacy.Document.QuerySelector("footer a[href$='/about/contact']"));
    }

    [Fact]
    public async Task Page_OfATextNobodyWrote_IsNotFound()
    {
        var space = await CreateAsync(DatabaseProvider.Sqlite);
        using var browser = space.Anonymous();

        foreach (var text in new[] { "contact", "signInNotice", "x" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/about/{text}")).Status);
    }

    [Fact]
    public async Task Picture_IsHandedOutForGoodAndCanDoNothing()
    {
        var space = await CreateAsync(DatabaseProvider.Sqlite);
        var other = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var client = space.App.CreateDefaultClient();
        using var browser = space.Anonymous();

        using var answer = await client.GetAsync($"{space.Path}/about/logo/{Logo.Sha256}");
        using var elsewhere = await client.GetAsync($"{other.Path}/about/logo/{Logo.Sha256}");

        Assert.Equal(Drawing, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("image/svg+xml", "public, max-age=31536000, immutable"), (answer.Content.Headers.ContentType!.ToString(), answer.Headers.GetValues("Cache-Control").Single()));
        Assert.Equal(("default-src 'none'; sandbox", "nosniff"), (answer.Headers.GetValues("Content-Security-Policy").Single(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal($"{space.Path}/about/logo/{Logo.Sha256}", (await browser.GetAsync("/sign-in")).Document.QuerySelector(".masthead img")!.GetAttribute("src"));
    }

    [Fact]
    public void Calendar_BeginsItsWeekAsTheSpaceSays()
    {
        var space = new SpaceInfo { Id = "x", Identifier = "x", Kind = SpaceKind.Tenant, Settings = Settings("x") with { FirstDayOfWeek = DayOfWeek.Saturday } };

        var culture = DgccAssess.Web.Infrastructure.Languages.Culture("id", space);

        Assert.Equal(("id-ID", DayOfWeek.Saturday), (culture.Name, culture.DateTimeFormat.FirstDayOfWeek));
    }

    private async Task<TestSpace> CreateAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync(Settings);
        await space.WriteTextsAsync(
            new Dictionary<string, LocalizedText>
            {
                [SpaceTexts.SignInNotice] = LocalizedText.Of(("id", "Hanya untuk pejabat."), ("en", "For officials only.")),
                [SpaceTexts.Privacy] = LocalizedText.Of(("id", "Baca **semuanya** di [kementerian](https://example.org/), <b>sekarang</b>.\n\n- satu\n- dua")),
            },
            new LogoContent(Logo, Drawing));
        return space;
    }

    private static SpaceSettings Settings(string id) => new()
    {
        Names = LocalizedText.Of(("id", $"Negeri {id}"), ("en", $"Land {id}")),
        Languages = ["id", "en"],
        TimeZone = "Asia/Jakarta",
        Country = "ID",
        Logo = Logo,
        Texts = [SpaceTexts.SignInNotice, SpaceTexts.Privacy],
    };
}
