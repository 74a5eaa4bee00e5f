using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Jobs;

public sealed class JobsPageTests(TestApps apps)
{
    [Theory, Databases]
    public async Task GivenUpWork_IsShownWithItsReason_AndTriedAgainOnRequest(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        // A job of a version of the program that is gone.
        await space.RunAsync(async services =>
        {
            var now = TimeProvider.System.UtcNow;
            var db = services.GetRequiredService<SpaceDbContext>();
            db.Outbox.Add(new OutboxRow { Id = Guid.CreateVersion7(), Job = "FormerJob", Arguments = "{}", CreatedAt = now, DueAt = now, Attempts = JobRules.MaxAttempts - 1 });
            await db.SaveChangesAsync();
        });
        await space.RunDueJobsAsync();

        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        var page = await browser.GetAsync("/jobs?state=Failed");
        Assert.Contains("FormerJob", page.Text, StringComparison.Ordinal);
        Assert.Contains("This program knows no job 'FormerJob'.", page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(page, "form[action*=Retry]", ("version", null))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.SubmitAsync(page, "form[action*=Retry]", ("version", "3"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, "form[action*=Retry]")).Status);
        Assert.Equal(1, await space.ReadAsync(db => db.Outbox.CountAsync(r => r.State == JobState.Waiting && r.Attempts == 0)));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(JobRetried))));
        // The same click again finds it waiting and changes nothing.
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, "form[action*=Retry]")).Status);
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(JobRetried))));
    }

    [Theory, Databases]
    public async Task SeedRoles_AddsWhatANewVersionBrings_AndNothingThatWasTakenAway(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.ReadAsync(async db =>
        {
            var role = await db.Roles.SingleAsync(r => r.Name == Roles.Administrator);
            // As an older version of the product left it: it had never heard of jobs.watch; and audit.read was taken away since.
            await db.RoleClaims.Where(c => c.RoleId == role.Id && (c.ClaimValue == Permissions.JobsWatch || c.ClaimValue == Permissions.AuditRead)).ExecuteDeleteAsync();
            role.Offered = [.. role.Offered.Where(p => p != Permissions.JobsWatch)];
            await db.SaveChangesAsync();
            return true;
        });

        await space.RunAsync(services => services.GetRequiredService<SeedRoles>().HandleAsync());
        await space.RunAsync(services => services.GetRequiredService<SeedRoles>().HandleAsync());

        var held = await space.ReadAsync(db => (from role in db.Roles
                                                join claim in db.RoleClaims on role.Id equals claim.RoleId
                                                where role.Name == Roles.Administrator
                                                select claim.ClaimValue).ToListAsync());
        Assert.Contains(Permissions.JobsWatch, held);
        Assert.DoesNotContain(Permissions.AuditRead, held);
        Assert.Equal(held.Count, held.Distinct(StringComparer.Ordinal).Count());
    }
}
