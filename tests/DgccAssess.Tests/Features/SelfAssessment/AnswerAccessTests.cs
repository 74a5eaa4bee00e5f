using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.SelfAssessment;

public sealed class AnswerAccessTests(TestApps apps)
{
    public static TheoryData<string> Pages() => new("", "/I1", "/I1/comments", "/I1/return", "/assign", "/check", "/sign-off", "/recall");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_OtherAgencysPerson_IsForbidden(string page)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        var stranger = await agency.Space.CreatePersonAsync(Roles.Coordinator, await agency.Space.AgencyIdAsync("bappenas"));
        using var browser = await agency.Space.AsAsync(stranger);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Agency.Root + page)).Status);
    }

    [Theory]
    [InlineData("/I1/return")]
    [InlineData("/assign")]
    [InlineData("/check")]
    [InlineData("/sign-off")]
    [InlineData("/recall")]
    public async Task Get_CoordinatorsPage_IsForbiddenToARespondent(string page)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Agency.Root + page)).Status);
    }

    [Theory]
    [InlineData("/I99")]
    [InlineData("/i1")]
    [InlineData("/I99/comments")]
    public async Task Get_UnknownIndicator_IsNotFound(string page)
    {
        var agency = await Agency.CreateAsync(apps, DatabaseProvider.Sqlite);
        using var browser = await agency.Space.AsAsync(agency.Siti);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Agency.Root + page)).Status);
    }

    [Theory, Databases]
    public async Task Post_OtherAgencysRespondent_IsForbiddenAndStoresNothing(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        var stranger = await agency.Space.CreatePersonAsync(Roles.Respondent, await agency.Space.AgencyIdAsync("bappenas"));
        using var browser = await agency.Space.AsAsync(stranger);
        var own = await browser.GetAsync("/rounds/2021/agencies/bappenas/I1");
        var request = browser.FormRequest(own, Agency.Form, ("Input.Analysis", "x"));
        request.RequestUri = new Uri(agency.Space.Path + Agency.PathOf("I1"), UriKind.Relative);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendOnceAsync(request)).Status);
        Assert.Equal(1, (await agency.AnswerAsync("I1")).Version);
    }

    [Theory, Databases]
    public async Task Organizer_ReadsButHasNoFormAndCantPost(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        await agency.SaveAsync(agency.Siti, "I1", new(["I1.1.a"], 1, [new("Decree", "7", "2", "3")], "Our analysis", null), 1);
        using var browser = await agency.Space.AsAsync(await agency.Space.CreatePersonAsync(Roles.Organizer));

        var page = await browser.OpenAsync("I1");
        var token = page.Value("__RequestVerificationToken")!;
        var post = new HttpRequestMessage(HttpMethod.Post, page.Path)
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Version", "2"), new("Input.Analysis", "Changed")]),
        };
        var refused = await browser.SendOnceAsync(post);

        Assert.Null(page.Document.QuerySelector(Agency.Form));
        Assert.Contains("Our analysis", page.Text, StringComparison.Ordinal);
        Assert.Contains("Decree · 7 · 2 · 3", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("Our analysis", (await agency.AnswerAsync("I1")).Analysis);
    }

    [Theory, Databases]
    public async Task Holder_OthersReadOnlyAndAreTold_HolderAndCoordinatorWrite(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var budi = await agency.Space.AsAsync(agency.Budi);
        var before = await budi.OpenAsync("I1");
        await AssignAsync(agency, agency.Siti);

        var after = await budi.OpenAsync("I1");
        var refused = await budi.SaveAsync(before, ("Input.Analysis", "Budi typed this before it was handed to Siti"));
        var autosave = await budi.AutosaveAsync(before, ("Input.Analysis", "Budi again"));
        var holder = await agency.SaveAsync(agency.Siti, "I1", new([], null, [], "Siti", null), 2);
        var coordinator = await agency.SaveAsync(agency.Coordinator, "I1", new([], null, [], "Ratna", null), 3);

        Assert.Null(after.Document.QuerySelector(Agency.Form));
        Assert.Contains("It is held by Siti Rahma", after.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (refused.Status, autosave.Status));
        Assert.Contains("Somebody else holds this indicator", refused.TextOf("#conflict"), StringComparison.Ordinal);
        Assert.Contains("Budi typed this before it was handed to Siti", refused.TextOf("#conflict"), StringComparison.Ordinal);
        Assert.Contains("Budi again", autosave.TextOf("#conflict"), StringComparison.Ordinal);
        Assert.True(holder.Succeeded && coordinator.Succeeded);
        Assert.Equal("Ratna", (await agency.AnswerAsync("I1")).Analysis);
    }

    [Theory, Databases]
    public async Task SignedOff_AnswersAreLockedAndTheTextTypedIsShown(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = await agency.Space.AsAsync(agency.Siti);
        var open = await browser.OpenAsync("I1");
        await agency.AnswerAllAsync();
        await agency.MoveAsync(a => a.Submit(new SignOff { ById = agency.Coordinator.Id, ByName = "Ratna Dewi", At = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), Statement = "s", PublicationConsent = true }));

        var plain = await browser.SaveAsync(open, ("Input.Analysis", "Too late"));
        var autosave = await browser.AutosaveAsync(open, ("Input.Analysis", "Too late"));
        var reading = await browser.OpenAsync("I1");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (plain.Status, autosave.Status));
        Assert.Contains("signed off", plain.TextOf("#conflict"), StringComparison.Ordinal);
        Assert.Contains("Too late", plain.TextOf("#conflict"), StringComparison.Ordinal);
        Assert.Contains("Too late", autosave.TextOf("#conflict"), StringComparison.Ordinal);
        Assert.Null(reading.Document.QuerySelector(Agency.Form));
        Assert.Contains("Analysis of I1", reading.Text, StringComparison.Ordinal);
        Assert.Equal("Analysis of I1", (await agency.AnswerAsync("I1")).Analysis);
    }

    [Theory, Databases]
    public async Task Anonymous_IsSentToSignIn_AndScriptsGet401(DatabaseProvider provider)
    {
        var agency = await Agency.CreateAsync(apps, provider);
        using var browser = agency.Space.Anonymous();
        var script = new HttpRequestMessage(HttpMethod.Post, agency.Space.Path + Agency.PathOf("I1")) { Headers = { { "HX-Request", "true" } } };

        Assert.Contains("/sign-in", (await browser.OpenAsync("I1")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendOnceAsync(script)).Status);
    }

    private static async Task AssignAsync(Agency agency, Person holder)
    {
        using var ratna = await agency.Space.AsAsync(agency.Coordinator);
        var page = await ratna.GetAsync(Agency.Root + "/assign");
        await ratna.SubmitAsync(page, "#assign-A1", ("Input.Answers[0].IsChosen", "true"), ("Input.Holder", holder.Id.ToString()), ("Input.All", "false"));
    }
}
