using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class AnswerLimitTests(TestApps apps)
{
    [Theory]
    [InlineData("I1", "Input.Analysis", 8001, "Analysis: shorten the text to 8000 characters. It has 8001.")]
    [InlineData("I1", "Input.Facts[0].Document", 301, "Facts, row 1: shorten this to 300 characters. It has 301.")]
    [InlineData("I1", "Input.Facts[0].Page", 301, "Facts, row 1: shorten this to 300 characters.")]
    [InlineData("I45", "Input.Subject", 201, "Name of the service: shorten it to 200 characters. It has 201.")]
    public async Task Post_LongerThanAllowed_NamesTheFieldAndKeepsTheText(string indicator, string field, int length, string message)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var text = new string('x', length);

        var refused = await browser.SaveAsync(await browser.OpenAsync(indicator), (field, text));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(message, refused.Summary(), StringComparison.Ordinal);
        var shown = refused.Document.QuerySelector($"[name='{field}']")!;
        Assert.Equal(text, shown.TextContent.Length > 0 ? shown.TextContent : shown.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector($"#error-summary a[href='#{shown.Id}']"));
        Assert.Equal(1, (await agency.AnswerAsync(indicator)).Version);
    }

    [Theory]
    [InlineData("Input.Analysis", 8000)]
    [InlineData("Input.Facts[0].Document", 300)]
    public async Task Post_ExactlyAsLongAsAllowed_IsStored(string field, int length)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        await browser.SaveAsync(await browser.OpenAsync("I1"), (field, new string('é', length)));

        Assert.Equal(2, (await agency.AnswerAsync("I1")).Version);
    }

    [Theory]
    [InlineData("6", "Level claimed: choose a level from 1 to 5.")]
    [InlineData("0", "Level claimed: choose a level from 1 to 5.")]
    [InlineData("2.5", "Level claimed: choose a level from 1 to 5.")]
    [InlineData("high", "Level claimed: write a number")]
    [InlineData("1e2", "Level claimed: write a number")]
    public async Task Post_ALevelOffTheScale_IsRefused(string level, string message)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var refused = await browser.AutosaveAsync(await browser.OpenAsync("I1"), ("Input.Level", level));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(message, refused.Summary(), StringComparison.Ordinal);
        Assert.Equal(1, (await agency.AnswerAsync("I1")).Version);
    }

    [Fact]
    public async Task Post_ThreeDecimals_IsRefused()
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite, "pemdi-2026");
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var refused = await browser.SaveAsync(await browser.OpenAsync("I1"), ("Input.Level", "2.555"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("at most two decimals", refused.Summary(), StringComparison.Ordinal);
        Assert.Equal("2.555", refused.Value("Input.Level"));
    }

    [Fact]
    public async Task Post_TwentyOneFacts_IsRefusedAndAllAreShown()
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var rows = Enumerable.Range(0, 21).Select(i => ($"Input.Facts[{i}].Document", (string?)$"Document {i}")).ToArray();

        var refused = await browser.SaveAsync(await browser.OpenAsync("I1"), rows);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Facts: give at most 20 rows. There are 21.", refused.Summary(), StringComparison.Ordinal);
        Assert.Equal("Document 20", refused.Value("Input.Facts[20].Document"));
    }

    [Fact]
    public async Task Post_AnotherIndicatorsCriterion_IsRefused()
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var refused = await browser.SaveAsync(await browser.OpenAsync("I1"), ("Input.Criteria", "I2.1.a"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("no criterion I2.1.a", refused.Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ReadyWithoutLevelAndName_SaysBoth()
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var refused = await browser.SubmitAsync(await browser.OpenAsync("I45"), Agency.Form, ("then", "ready"), ("Input.Analysis", "Kept"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("choose a level before", refused.Summary(), StringComparison.Ordinal);
        Assert.Contains("name the service before", refused.Summary(), StringComparison.Ordinal);
        Assert.Equal("Kept", refused.TextOf("#Input_Analysis"));
    }

    [Theory, Databases]
    public async Task Post_HostileText_IsStoredWithoutHiddenCharactersAndShownAsText(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        var saved = await browser.SaveAsync(
            await browser.OpenAsync("I1"),
            ("Input.Analysis", "a\0b\u202Ec <script>alert(1)</script> 👩‍👩‍👧 عربي"), ("Input.Facts[0].Document", " two\r\nlines\u0007 "));

        var answer = await agency.AnswerAsync("I1");
        Assert.Equal("abc <script>alert(1)</script> 👩‍👩‍👧 عربي", answer.Analysis);
        Assert.Equal("two lines", Assert.Single(answer.Facts).Document);
        Assert.DoesNotContain("<script>alert", saved.Body, StringComparison.Ordinal);
        Assert.Equal(answer.Analysis, saved.Document.QuerySelector("#Input_Analysis")!.TextContent);
    }
}
