using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Tenants.Operation;

public sealed class DeletionTests(OperatedApps apps) : IClassFixture<OperatedApps>
{
    [Theory, Databases]
    public async Task Order_NeedsSuspensionAnExportSinceAndTheTypedName(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var tenant = await operated.App.CreateSpaceAsync();
        var id = ("Input.Typed", (string?)tenant.Space.Id);
        await operated.ActAsync(tenant, "export");
        await operated.Hub.RunDueJobsAsync();

        var active = await operated.ActAsync(tenant, "delete", id);
        await operated.ActAsync(tenant, "suspend", ("Input.Reason", "x"));
        var unexported = await operated.ActAsync(tenant, "delete", id);
        await operated.ActAsync(tenant, "export");
        await operated.Hub.RunDueJobsAsync();
        var mistyped = await operated.ActAsync(tenant, "delete", ("Input.Typed", "t"));
        var ordered = await operated.ActAsync(tenant, "delete", id);

        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.OK], new[] { active, unexported, mistyped, ordered }.Select(p => p.Status));
        Assert.Contains("newer than the suspension", unexported.Text, StringComparison.Ordinal);
        var record = await operated.RecordAsync(tenant);
        Assert.Equal(SpaceState.DeletionOrdered, record.State);
        Assert.InRange(record.DeletionDueAt!.Value, TimeProvider.System.UtcNow.AddDays(29.9), TimeProvider.System.UtcNow.AddDays(30.1));
        using var visitor = tenant.Anonymous();
        Assert.Contains("will be deleted on", (await visitor.GetAsync("/home")).Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Cancel_LeavesItSuspendedAndNothingIsDeleted(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var tenant = await OrderAsync(operated);

        var cancelled = await operated.ActAsync(tenant, "cancel-deletion");
        var again = await operated.ActAsync(tenant, "cancel-deletion");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (cancelled.Status, again.Status));
        Assert.Empty(await DeleteDueAsync(operated));
        Assert.Equal((SpaceState.Suspended, (DateTime?)null), ((await operated.RecordAsync(tenant)).State, (await operated.RecordAsync(tenant)).DeletionDueAt));
        await operated.Hub.RunDueJobsAsync();
        Assert.Equal(["SpaceSuspended", "SpaceExported", "SpaceDeletionOrdered", "SpaceDeletionCancelled"], await operated.EventsAsync(tenant));
    }

    [Theory, Databases]
    public async Task Due_DeletesDatabaseAndEvidence_AndTheNameIsNeverUsedAgain(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var (tenant, waiting) = (await OrderAsync(operated), await OrderAsync(operated));
        var evidence = Directory.CreateDirectory(Path.Combine(operated.App.Folder, "evidence", tenant.Space.Id, "ab")).FullName;
        await MakeDueAsync(operated, tenant);

        Assert.Equal([tenant.Space.Id], await DeleteDueAsync(operated));
        Assert.Empty(await DeleteDueAsync(operated));

        Assert.False(Directory.Exists(evidence));
        Assert.Equal(SchemaState.Missing, (await operated.App.Services.GetRequiredService<SchemaCheck>().OfAsync(tenant.Space)).State);
        Assert.Equal(SchemaState.Current, (await operated.App.Services.GetRequiredService<SchemaCheck>().OfAsync(waiting.Space)).State);
        Assert.True(File.Exists(operated.PathOf((await operated.ExportsAsync(tenant)).Single())));
        using var visitor = tenant.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/sign-in")).Status);
        Assert.Contains("Deleted", (await operated.Browser.GetAsync($"/tenants/{tenant.Space.Id}")).Text, StringComparison.Ordinal);
        Assert.Empty((await operated.RecordAsync(tenant)).ToSpaceInfo().Settings.Hosts);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => operated.App.Services.GetRequiredService<RegisterSpace>().HandleAsync(tenant.Space.Id, SpaceKind.Tenant, tenant.Space.Settings));
        Assert.Contains("never used again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_WithADatabaseThatIsNotThere_IsLeftAloneUnlessSaidToBeGone()
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        var tenant = await OrderAsync(operated);
        await MakeDueAsync(operated, tenant);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(operated.App.Folder, $"{tenant.Space.Id}.db"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DeleteDueAsync(operated));
        Assert.Contains("nothing was deleted", refused.Message, StringComparison.Ordinal);
        Assert.Equal(SpaceState.DeletionOrdered, (await operated.RecordAsync(tenant)).State);
        Assert.Equal([tenant.Space.Id], await DeleteDueAsync(operated, missingIsGone: true));
    }

    private static async Task<TestSpace> OrderAsync(Operated operated)
    {
        var tenant = await operated.App.CreateSpaceAsync();
        await operated.SuspendAndExportAsync(tenant);
        await operated.ActAsync(tenant, "delete", ("Input.Typed", tenant.Space.Id));
        Assert.Equal(SpaceState.DeletionOrdered, (await operated.RecordAsync(tenant)).State);
        return tenant;
    }

    private static Task<int> MakeDueAsync(Operated operated, TestSpace tenant)
    {
        var past = TimeProvider.System.UtcNow.AddMinutes(-1);
        return operated.InHubAsync(hub => hub.Spaces.Where(s => s.Id == tenant.Space.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.DeletionDueAt, past)));
    }

    private static Task<IReadOnlyList<string>> DeleteDueAsync(Operated operated, bool missingIsGone = false) =>
        operated.Hub.RunAsync(services => services.GetRequiredService<DeleteDueTenants>().HandleAsync(missingIsGone));
}
