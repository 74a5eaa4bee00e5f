using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Cooperation;

public sealed class RegisterPlanTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Facts_AreTakenOnce_AndChangeAsTheFileChanges(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        var code = await hub.CreateCenterAsync();

        Assert.Empty((await ApplyAsync(hub, TestSpace.FactsOf(code))).Steps);
        var changed = await ApplyAsync(hub, TestSpace.FactsOf(code, amount: 2_000_000_000));

        Assert.Equal([(RegisterStep.Change, $"budget/{code}/total")], changed.Steps.Select(s => (s.Step, s.Fact.Key)));
        Assert.Equal(2_000_000_000m, Assert.Single((await FactsAsync(hub, code)).Budget).Amount);
        Assert.Empty((await ApplyAsync(hub, TestSpace.FactsOf(code, amount: 2_000_000_000))).Steps);
    }

    [Theory, Databases]
    public async Task Facts_ThatPeopleChangedOrRemoved_StayAsTheyLeftThem(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        var code = await hub.CreateCenterAsync();
        var facts = await FactsAsync(hub, code);
        await hub.RunAsync(async services =>
        {
            var changed = await services.GetRequiredService<ChangeProject>().HandleAsync(new(code, 1, facts.Project.Content with { Note = "What people know." }));
            var removed = await services.GetRequiredService<RemovePart>().HandleAsync(new(code, PartKind.Budget, facts.Budget[0].Id, 1));
            var center = await services.GetRequiredService<ChangeCenter>().HandleAsync(new(code, 1, facts.Center.Content with { Host = "A ministry" }));
            Assert.Equal((ResultKind.Ok, ResultKind.Ok, ResultKind.Ok), (changed.Kind, removed.Kind, center.Kind));
        });

        Assert.Empty((await ApplyAsync(hub, TestSpace.FactsOf(code))).Steps);
        var again = await ApplyAsync(hub, TestSpace.FactsOf(code, "SRB", 5_000_000, "Renamed"));

        Assert.Equal([(RegisterStep.Keep, $"center/{code}"), (RegisterStep.Keep, $"project/{code}"), (RegisterStep.Keep, $"budget/{code}/total")], again.Steps.Select(s => (s.Step, s.Fact.Key)));
        var now = await FactsAsync(hub, code);
        Assert.Equal(("What people know.", $"Operation {code}"), (now.Project.Note, now.Project.Names.In("en")));
        Assert.Equal(("A ministry", "UZB"), (now.Center.Host, now.Center.Country));
        Assert.Empty(now.Budget);
        // Kept is said once.
        Assert.Empty((await ApplyAsync(hub, TestSpace.FactsOf(code, "SRB", 5_000_000, "Renamed"))).Steps);
    }

    [Theory, Databases]
    public async Task Project_ThatPeopleMadeUnderTheCodeOfTheFile_IsTheirs(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        var code = await hub.CreateCenterAsync();
        var content = (await FactsAsync(hub, code)).Project.Content with { Note = "Made by hand." };
        await hub.RunAsync(services => services.GetRequiredService<AddProject>().HandleAsync(new(Guid.CreateVersion7(), code, $"{code}-own", content)));

        var plan = await ApplyAsync(hub, [new(FactKind.Project, $"{code}-own", code, content with { Note = "Of the file." })]);

        Assert.Equal(RegisterStep.Keep, Assert.Single(plan.Steps).Step);
        Assert.Equal("Made by hand.", (await FactsAsync(hub, $"{code}-own")).Project.Note);
    }

    [Theory, Databases]
    public async Task Project_ThatIsFollowed_IsNotRemovedAndNeverFollowsItself(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        var code = await hub.CreateCenterAsync();
        var content = (await FactsAsync(hub, code)).Project.Content;
        await hub.RunAsync(async services =>
        {
            await services.GetRequiredService<AddProject>().HandleAsync(new(Guid.CreateVersion7(), code, $"{code}-2", content with { Follows = code }));
            var circle = await services.GetRequiredService<ChangeProject>().HandleAsync(new(code, 1, content with { Follows = $"{code}-2" }));
            var removed = await services.GetRequiredService<RemoveProject>().HandleAsync(new(code, 1));
            var chain = await services.GetRequiredService<ReadCooperation>().ChainAsync(code);

            Assert.Equal((ResultKind.Invalid, ResultKind.Conflict), (circle.Kind, removed.Kind));
            Assert.Equal([code, $"{code}-2"], chain.Select(c => c.Code));
        });
        Assert.Equal(2, await hub.ReadHubAsync(db => db.CooperationProjects.CountAsync(p => p.Code.StartsWith(code + "-") || p.Code == code)));
    }

    private static Task<RegisterPlan> ApplyAsync(TestSpace hub, IReadOnlyList<RegisterFact> facts) =>
        hub.RunAsync(services => services.GetRequiredService<ApplyRegister>().HandleAsync(facts, CancellationToken.None));

    private static async Task<ProjectFacts> FactsAsync(TestSpace hub, string code) => (await hub.RunAsync(services => services.GetRequiredService<ReadCooperation>().ProjectAsync(code)))!;
}
