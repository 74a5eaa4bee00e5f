using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Tenants.Operation;

public sealed class SuspendTests(OperatedApps apps) : IClassFixture<OperatedApps>
{
    [Theory, Databases]
    public async Task Suspend_PeopleSeeANoticeWhateverTheyAsk_AndResumeLetsThemGoOn(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var (tenant, other) = (await operated.App.CreateSpaceAsync(), await operated.App.CreateSpaceAsync());
        using var organizer = await tenant.AsAsync(await tenant.CreatePersonAsync(Roles.Organizer));
        using var neighbour = await other.AsAsync(await other.CreatePersonAsync(Roles.Organizer));
        var form = await organizer.GetAsync("/rounds/new");

        var suspended = await operated.ActAsync(tenant, "suspend", ("Input.Reason", "Unpaid"));

        Assert.Equal((HttpStatusCode.OK, $"/hub/tenants/{tenant.Space.Id}"), (suspended.Status, suspended.Path));
        Assert.Contains("Suspended", suspended.Text, StringComparison.Ordinal);
        foreach (var page in new[] { await organizer.GetAsync("/rounds"), await organizer.GetAsync("/sign-in"), await organizer.SubmitAsync(form, "main form") })
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "This space is suspended"), (page.Status, page.Heading));
            Assert.Null(page.Document.QuerySelector(".account"));
        }

        Assert.Equal(0, await tenant.ReadAsync(db => db.Rounds.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/rounds")).Status);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"{tenant.Path}/rounds") { Headers = { { "HX-Request", "true" } } };
        using var answer = await organizer.Client.SendAsync(asked);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));

        Assert.Equal(HttpStatusCode.OK, (await operated.ActAsync(tenant, "resume")).Status);
        Assert.Equal((HttpStatusCode.OK, "Rounds"), ((await organizer.GetAsync("/rounds")).Status, (await organizer.GetAsync("/rounds")).Heading));

        await operated.Hub.RunDueJobsAsync();
        Assert.Equal(["SpaceSuspended", "SpaceResumed"], await operated.EventsAsync(tenant));
        Assert.Equal(["TenantResumed", "TenantSuspended"], await operated.InHubAsync(hub => hub.AuditEvents.Where(e => e.Subject == $"spaces/{tenant.Space.Id}" && e.Type.StartsWith("Tenant")).Select(e => e.Type).Order().ToListAsync()));
    }

    [Theory, Databases]
    public async Task Suspend_WithoutAReasonOrVersion_IsBadAndAStaleOneIsRefused(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var tenant = await operated.App.CreateSpaceAsync();
        var form = await operated.Browser.GetAsync($"/tenants/{tenant.Space.Id}/suspend");

        var silent = await operated.Browser.SubmitAsync(form, "main form");
        var versionless = await operated.Browser.SubmitAsync(form, "main form", ("Input.Reason", "x"), ("Input.Version", null));
        var endless = await operated.Browser.SubmitAsync(form, "main form", ("Input.Reason", new string('x', 501)));
        await operated.ActAsync(tenant, "suspend", ("Input.Reason", "x"));
        await operated.ActAsync(tenant, "resume");
        var stale = await operated.Browser.SubmitAsync(form, "main form", ("Input.Reason", "x"));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Conflict], new[] { silent, versionless, endless, stale }.Select(p => p.Status));
        Assert.Contains("Give a reason.", silent.Text, StringComparison.Ordinal);
        Assert.Equal(SpaceState.Active, (await operated.RecordAsync(tenant)).State);
        Assert.Equal($"{(await operated.RecordAsync(tenant)).Version}", stale.Value("Input.Version"));
    }

    [Fact]
    public async Task Acts_OnWhatIsNotThere_AreNotFound()
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        var tenant = await operated.App.CreateSpaceAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await operated.Browser.GetAsync("/tenants/atlantis")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await operated.Browser.GetAsync("/tenants/hub/suspend")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await operated.Browser.GetAsync($"/tenants/{tenant.Space.Id}/explode")).Status);
    }

    [Theory, Databases]
    public async Task List_ShowsStateSchemaActivityAndSize_AndNothingThatIsInTheTenant(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var tenant = await operated.App.CreateSpaceAsync();
        await tenant.CreateAgencyAsync("ministry-of-silence", name: "Ministry of Silence");
        var person = await tenant.CreatePersonAsync(Roles.Organizer, name: "Somebody Secret");

        var list = await operated.Browser.GetAsync("/tenants");
        var page = await operated.Browser.GetAsync($"/tenants/{tenant.Space.Id}");

        var row = list.Document.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href='/hub/tenants/{tenant.Space.Id}']") is not null);
        Assert.Matches($@"Testland {tenant.Space.Id} {tenant.Space.Id} In service Fits .*\d{{4}}, \d\d:\d\d .*\d [kM]B", string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains("Accounts: 1; agencies: 1; rounds: 0", page.Text, StringComparison.Ordinal);
        foreach (var text in new[] { list.Body, page.Body })
        {
            Assert.DoesNotContain("ilence", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain(person.Email, text, StringComparison.Ordinal);
        }
    }
}
