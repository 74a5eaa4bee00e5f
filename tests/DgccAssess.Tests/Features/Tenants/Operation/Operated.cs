using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Tenants.Operation;

/// <summary>An installation whose hub belongs to the tests of one class, one after the other: they run its jobs and look at all of its tenants.</summary>
public sealed class OperatedApps : IDisposable
{
    private readonly TestApps apps = new();

    public async Task<Operated> OnAsync(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        return new Operated(hub, await hub.AsAsync(await hub.CreatePersonAsync(Roles.Operator)));
    }

    public void Dispose() => apps.Dispose();
}

/// <summary>The hub and its operator's browser.</summary>
public sealed record Operated(TestSpace Hub, TestBrowser Browser) : IDisposable
{
    public TestApp App => Hub.App;

    /// <summary>Opens the page of an act and posts its form.</summary>
    public async Task<TestPage> ActAsync(TestSpace tenant, string act, params (string Name, string? Value)[] values) =>
        await Browser.SubmitAsync(await Browser.GetAsync($"/tenants/{tenant.Space.Id}/{act}"), "main form", values);

    /// <summary>Suspends and exports, so that a deletion may be ordered.</summary>
    public async Task SuspendAndExportAsync(TestSpace tenant)
    {
        await ActAsync(tenant, "suspend", ("Input.Reason", "Contract ended"));
        await ActAsync(tenant, "export");
        await Hub.RunDueJobsAsync();
    }

    public Task<SpaceRecord> RecordAsync(TestSpace tenant) => InHubAsync(hub => hub.Spaces.AsNoTracking().SingleAsync(s => s.Id == tenant.Space.Id));

    public Task<List<TenantExport>> ExportsAsync(TestSpace tenant) => InHubAsync(hub => hub.TenantExports.AsNoTracking().Where(e => e.SpaceId == tenant.Space.Id).ToListAsync());

    public Task<T> InHubAsync<T>(Func<HubDbContext, Task<T>> work) => Hub.RunAsync(services => work(services.GetRequiredService<HubDbContext>()));

    public Task<List<string>> EventsAsync(TestSpace tenant) => tenant.ReadAsync(db => db.AuditEvents.Where(e => e.Subject == "space").OrderBy(e => e.Id).Select(e => e.Type).ToListAsync());

    public string PathOf(TenantExport export) => Path.Combine(App.Folder, "exports", export.SpaceId, export.FileName!);

    public void Dispose() => Browser.Dispose();
}
