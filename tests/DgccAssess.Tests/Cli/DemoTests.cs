using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Tests.Features.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Cli;

public sealed class DemoTests
{
    [Fact]
    public async Task Demo_Indonesia_PublishesTheFiguresOf2021ThroughEveryStage()
    {
        using var installation = new TestInstallation();
        foreach (var space in RepositoryFiles.Tenants.Prepend("hub")) await installation.ApplyAsync(space);

        var first = await installation.RunAsync("demo", "--tenants", TestInstallation.Tenants);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("coordinator@indonesia.example", first.Output, StringComparison.Ordinal);
        var milestones = await installation.ReadAsync("indonesia", db => db.Snapshots.OrderBy(s => s.TakenAt).Select(s => s.Milestone).ToListAsync());
        Assert.Equal([Milestone.Submitted, Milestone.Reviewed, Milestone.Final, Milestone.Published], milestones);
        var published = await installation.ReadAsync("indonesia", db => db.Snapshots.SingleAsync(s => s.Milestone == Milestone.Published));
        Assert.Equal((2.9475m, "good"), (published.Index, published.Predicate));
        Assert.Equal(1, await installation.ReadAsync("tunisia", db => db.Assessments.CountAsync(a => a.Status == AssessmentStatus.Published)));
        Assert.Equal(1, await installation.ReadAsync("tunisia", db => db.Assessments.CountAsync(a => a.Status == AssessmentStatus.Answering)));
        foreach (var space in new[] { "peru", "serbia", "uzbekistan" })
        {
            // No made-up figure is published under the name of a real body.
            Assert.Equal([(true, AssessmentStatus.Published), (false, AssessmentStatus.Answering), (false, AssessmentStatus.Answering)], await StatusAsync(installation, space));
        }

        Assert.Equal(0, await installation.ReadAsync("indonesia", db => db.Answers.CountAsync(a => a.Analysis != "" && !a.Analysis.StartsWith("Teks demonstrasi"))));

        var before = await EventsAsync(installation);
        var second = await installation.RunAsync("demo", "--tenants", TestInstallation.Tenants);

        Assert.Equal(0, second.Code);
        Assert.Equal(before, await EventsAsync(installation));
        Assert.Contains("Password of every demonstration account", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_Production_IsRefused()
    {
        using var installation = new TestInstallation(environment: "Production");
        await installation.ApplyAsync("tunisia");

        var result = await installation.RunAsync("demo", "--tenants", TestInstallation.Tenants);

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains("refused in production", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, await installation.ReadAsync("tunisia", db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task DemoNational_ASmallNation_IsToldAndLeavesTheTenantsFolderApplicable()
    {
        using var installation = new TestInstallation();
        await installation.ApplyAsync("hub");
        await installation.ApplyAsync("tunisia");

        var first = await NationalAsync(installation);
        var second = await NationalAsync(installation);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.Contains("/tunisia  round demo-2023: ", first.Output, StringComparison.Ordinal);
        Assert.Contains(" rows/s), database ", first.Output, StringComparison.Ordinal);
        Assert.Contains("/tunisia  national results of 1 rounds published", first.Output, StringComparison.Ordinal);
        Assert.Equal(1, await installation.ReadAsync("tunisia", db => db.NationalResults.CountAsync()));
        Assert.Equal((0, "/tunisia  the synthetic nation is there already"), (second.Code, second.Output));
        Assert.Equal(0, (await installation.ApplyAsync("tunisia")).Code);
        Assert.Equal(12, await installation.ReadAsync("tunisia", db => db.Agencies.CountAsync(a => a.Code.StartsWith("synthetic-") && a.Synthetic)));
    }

    [Theory]
    [InlineData("Production", "--tenant", "tunisia", "refused in production")]
    [InlineData("Development", "--tenant", "atlantis", "There is no nation.json of atlantis")]
    [InlineData("Development", "--agencies", "0", "--agencies is 0; it must be from 1 to 5000.")]
    [InlineData("Development", "--tenant", "peru", "There is no tenant 'peru'")]
    public async Task DemoNational_BadInput_IsToldOnOneLine(string environment, string option, string value, string message)
    {
        using var installation = new TestInstallation(environment);
        await installation.ApplyAsync("hub");

        var result = await installation.RunAsync("demo", "national", "--tenants", TestInstallation.Tenants, option, value);

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> NationalAsync(TestInstallation installation) =>
        installation.RunAsync("demo", "national", "--tenants", TestInstallation.Tenants, "--tenant", "tunisia", "--agencies", "12", "--rounds", "1");

    private static Task<List<(bool Synthetic, AssessmentStatus Status)>> StatusAsync(TestInstallation installation, string space) => installation.ReadAsync(space, async db =>
    {
        var found = await db.Assessments.Join(db.Agencies, s => s.AgencyId, a => a.Id, (s, a) => new { a.Synthetic, s.Status }).OrderByDescending(x => x.Synthetic).ToListAsync();
        return found.Select(x => (x.Synthetic, x.Status)).ToList();
    });

    private static async Task<(int Indonesia, int Tunisia)> EventsAsync(TestInstallation installation) =>
        (await installation.ReadAsync("indonesia", db => db.AuditEvents.CountAsync()), await installation.ReadAsync("tunisia", db => db.AuditEvents.CountAsync()));
}
