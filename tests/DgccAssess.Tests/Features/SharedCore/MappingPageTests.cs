using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.SharedCore;

/// <summary>The pages of a mapping: read by who organizes, decided by who decides on sharing.</summary>
public sealed class MappingPageTests(TestApps apps)
{
    private const string Page = "/core/dgcc-2026";
    private const string Approval = $"{Page}/approval";
    private const string Form = "main form:not([action*='TakeBack'])";

    [Theory, Databases]
    public async Task Mapping_IsReadApprovedChangedAndTakenBack(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        using var administrator = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));

        var list = await organizer.GetAsync("/core");
        Assert.Contains("Proposed, not approved", list.Text, StringComparison.Ordinal);
        Assert.Contains("18 of 20", list.Text, StringComparison.Ordinal);
        var mapping = await organizer.GetAsync(Page);
        Assert.Contains("Is there an approved digital government roadmap", mapping.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read and approve", mapping.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await organizer.GetAsync(Approval)).Status);

        await administrator.SubmitAsync(await administrator.GetAsync(Approval), Form);
        await administrator.SubmitAsync(await administrator.GetAsync(Approval), Form, ("Input.Rows[1].Kind", "Close"), ("Input.Rows[1].Note", "Our roadmap has no budget."));
        var changed = await organizer.GetAsync(Page);
        Assert.Contains("Our roadmap has no budget.", changed.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(await administrator.GetAsync(Approval), "main form[action*='TakeBack']");

        Assert.Equal([false, false, true], await space.ReadAsync(db => db.ApprovedMappings.OrderBy(m => m.Number).Select(m => m.Document == null).ToListAsync()));
        Assert.Contains("Approval taken back", (await organizer.GetAsync("/core")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultyRow_IsNamedAndNothingTypedIsLost_AndAnOldFormShowsBoth()
    {
        var space = await SpaceAsync(DatabaseProvider.Sqlite);
        using var administrator = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var form = await administrator.GetAsync(Approval);

        var faulty = await administrator.SubmitAsync(form, Form, ("Input.Rows[1].Indicators", "I99"), ("Input.Rows[2].Note", "Typed and kept."));
        Assert.Equal(HttpStatusCode.BadRequest, faulty.Status);
        Assert.Contains("The instrument has no indicator I99.", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("Typed and kept.", faulty.Text, StringComparison.Ordinal);

        await administrator.SubmitAsync(form, Form, ("Input.Rows[1].Note", "Theirs."));
        var stale = await administrator.SubmitAsync(form, Form, ("Input.Rows[1].Note", "Mine."));
        var missing = await administrator.SubmitAsync(form, Form, ("Input.Version", null));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains("Theirs.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Mine.", stale.Text, StringComparison.Ordinal);
        Assert.Equal(1, await space.ReadAsync(db => db.ApprovedMappings.CountAsync()));
    }

    [Fact]
    public async Task Draft_CanBeReadOnly_AndAnUnknownInstrumentIsNotFound()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.ImportInstrumentAsync("pemdi-2026");
        using var administrator = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));

        Assert.Contains("can be read, but neither approved nor shared", (await administrator.GetAsync("/core/pemdi-2026")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/core/dgcc-2026")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/core/dgcc-2026/approval")).Status);
    }

    private async Task<TestSpace> SpaceAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.ImportInstrumentAsync("dgcc-2026");
        return space;
    }
}
