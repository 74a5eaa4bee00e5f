using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Cooperation.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    private static int centers;

    /// <summary>A center of its own in the hub, with one project of its code: 2020 to 2023, 1,931 million won for all years together, meant to move the rank of the EGDI.</summary>
    /// <returns>The code of both.</returns>
    public async Task<string> CreateCenterAsync(string country = "UZB")
    {
        var code = $"c{Interlocked.Increment(ref centers)}";
        await RunAsync(services => services.GetRequiredService<ApplyRegister>().HandleAsync(FactsOf(code, country), CancellationToken.None));
        return code;
    }

    /// <summary>A center with a project, an output and a late round: something on every page of the register.</summary>
    public async Task<(string Code, Guid BudgetLine, Guid Plan)> FillRegisterAsync()
    {
        var (code, plan) = (await CreateCenterAsync(), Guid.CreateVersion7());
        await RunAsync(async services =>
        {
            var title = LocalizedText.Of(("en", "Handbook of the national diagnosis"), ("ko", "국가 진단 안내서"));
            await services.GetRequiredService<AddOutput>().HandleAsync(new(Guid.CreateVersion7(), code, new(OutputKind.Guideline, title, PartialDate.Parse("2023-07"), LegalLevel.NotBinding, "https://example.org/handbook", "", "")));
            await services.GetRequiredService<AddBudgetLine>().HandleAsync(new(Guid.CreateVersion7(), code, new(YearSpans.Parse("2024"), 250_000, "USD", "", "")));
            var days = new RoundPlanContent(new(new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 9)), new(new DateOnly(2026, 3, 1)), new(new DateOnly(2027, 6, 1)), new(), "Waits for the new instrument.");
            await services.GetRequiredService<AddRoundPlan>().HandleAsync(new(plan, "UZB", code, days, new DateOnly(2026, 11, 1)));
        });
        return (code, await ReadHubAsync(db => db.ProjectBudgets.Where(b => db.CooperationProjects.Any(p => p.Id == b.ProjectId && p.Code == code)).OrderBy(b => b.Id).Select(b => b.Id).FirstAsync()), plan);
    }

    /// <summary>What a file would say of such a center.</summary>
    public static IReadOnlyList<RegisterFact> FactsOf(string code, string country = "UZB", decimal amount = 1_931_000_000, string name = "Operation")
    {
        var years = YearSpans.Parse("2020-2023");
        return
        [
            new(FactKind.Center, code, "", new CenterContent(country, ["en", "ko", "uz-Latn"], LocalizedText.Of(("en", $"Center {code}")), LocalizedText.Of(("en", "Tashkent")), "", years, "A record.")),
            new(FactKind.Project, code, code, new ProjectContent(LocalizedText.Of(("en", $"{name} {code}")), ProjectKind.Center, ProjectStatus.Finished, PartialDate.Parse("2020"), PartialDate.Parse("2023"), "Ministry", "", null, "", "A record.")),
            new(FactKind.Budget, "total", code, new BudgetContent(years, amount, "KRW", "", "A record.")),
            new(FactKind.Indicator, "rank", code, new IndicatorContent(IndicatorKind.EgdiRank, "", "", 2020, null, "", "")),
        ];
    }

    /// <summary>Reads straight from the hub's database.</summary>
    public Task<T> ReadHubAsync<T>(Func<HubDbContext, Task<T>> read) => RunAsync(services => read(services.GetRequiredService<HubDbContext>()));
}
