using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Connect;

public sealed class ClientPagesTests(TestApps apps)
{
    private const string Form = "form:has([name='Input.Name'])";

    [Theory, Databases]
    public async Task Registering_ShowsTheSecretOnce(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));

        var form = await browser.GetAsync("/clients/new");
        var shown = await browser.SubmitAsync(form, Form, ("Input.Name", "Open data portal"), ("Input.Kind", "Service"), ("Input.Scopes", ApiScopes.Results));
        Assert.Equal("What the program needs", shown.Heading);
        var secret = shown.Document.QuerySelector("#client-secret")!.TextContent;
        var list = await browser.GetAsync("/clients");

        var client = await space.ReadAsync(db => db.ApiClients.SingleAsync());
        Assert.Equal(HttpStatusCode.OK, await space.CallerStatusAsync(await space.TokenAsync(new TestClient(client.Id, client.ClientId!, secret))));
        Assert.Contains("Open data portal", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await browser.GetAsync($"/clients/{client.Id}")).Body, StringComparison.Ordinal);
        Assert.Null((await browser.SubmitAsync(form, Form, ("Input.Name", "Open data portal"), ("Input.Kind", "Service"), ("Input.Scopes", ApiScopes.Results))).Document.QuerySelector("#client-secret"));
    }

    [Theory, Databases]
    public async Task Registering_WithProblems_NamesTheFields(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));

        var answer = await browser.SubmitAsync(await browser.GetAsync("/clients/new"), Form, ("Input.Kind", "Web"), ("Input.RedirectUris", "http://portal.example/back"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        foreach (var field in new[] { "Input_Name", "Input_Scopes", "Input_RedirectUris" }) Assert.NotNull(answer.Document.QuerySelector($".error-summary a[href='#{field}'], [href='#{field}']"));
        Assert.Equal(0, await space.ReadAsync(db => db.ApiClients.CountAsync()));
    }

    [Theory, Databases]
    public async Task Revoking_WithAnOldOrNoVersion_IsRefused(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var page = await browser.GetAsync($"/clients/{client.Id}");
        var form = "form[action*='handler=Revoke']";

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(page, form, ("version", null))).Status);
        await browser.SubmitAsync(page, "form[action*='handler=Renew']");
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(page, form)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(await browser.GetAsync($"/clients/{client.Id}"), form)).Status);
        Assert.NotNull((await space.ReadAsync(db => db.ApiClients.SingleAsync())).RevokedAt);
    }

    [Theory, Databases]
    public async Task Pages_AreForWhoManagesClients(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/clients")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/clients/new")).Status);
    }
}
