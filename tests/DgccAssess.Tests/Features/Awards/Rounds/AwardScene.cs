using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Awards.Rounds;

/// <summary>A tenant with two published rounds, the awards of Indonesia and an organizer: eleven ministries, so that one does not win.</summary>
internal sealed class AwardScene : IDisposable
{
    public const string Award = "digital-government-2024";
    public const string Code = "awards-2026";

    public required TestSpace Space { get; init; }
    public required TestRound Round { get; init; }
    public required Person Organizer { get; init; }
    public required TestBrowser Browser { get; init; }

    public static IReadOnlyList<PublishedAgency> Ministries { get; } = [.. Enumerable.Range(1, 11).Select(i => new PublishedAgency($"ministry-{i:00}", 4.5m - (i * 0.1m)) { Self = 4.6m - (i * 0.1m) })];

    public static IReadOnlyList<PublishedAgency> Others { get; } =
    [
        new("silent-ministry", 5m) { Consented = false },
        new("low-ministry", 1.9m) { Predicate = "fair" },
        new("city-a", 3m, "city") { Nodes = [("D4", 4m)] },
        new("city-b", 3m, "city") { Nodes = [("D4", 3.5m)] },
        new("city-c", 2.7m, "city") { Nodes = [("D4", 2m)] },
        new("city-d", 2.7m, "city") { Nodes = [("D4", 2m)] },
        new("province-x", null, "province"),
    ];

    public static async Task<AwardScene> OpenAsync(TestApp app)
    {
        var space = await app.CreateSpaceAsync();
        await space.PublishFiguresAsync("2025", "spbe-2020", [.. Ministries.Select(m => m with { Index = m.Index - 0.2m }), new("city-c", 1m, "city")]);
        var round = await space.PublishFiguresAsync("2026", "spbe-2020", [.. Ministries, .. Others]);
        await space.CreateAgencyAsync("absent-ministry");
        await space.DeclareAwardsAsync();
        var organizer = await space.CreatePersonAsync(Roles.Organizer, name: "Lestari Putri");
        return new AwardScene { Space = space, Round = round, Organizer = organizer, Browser = await space.AsAsync(organizer) };
    }

    public Task<TestPage> GetAsync(string below = "") => Browser.GetAsync($"/award-rounds/{Code}{below}");

    /// <summary>The award round as far as its decision.</summary>
    public async Task<AwardScene> DecidingAsync()
    {
        await Space.OpenAwardRoundAsync(Code, Award, "2026", "2025");
        await Browser.SubmitAsync(await GetAsync(), "form[action*='handler=Begin']");
        return this;
    }

    public async Task<TestPage> SealAsync(params (string Name, string? Value)[] values) =>
        await Browser.SubmitAsync(await GetAsync("/seal"), "main form:has(#Input_TypedCode)", [("Input.TypedCode", Code), .. values]);

    public async Task<TestPage> RevealAsync() => await Browser.SubmitAsync(await GetAsync("/sealed"), "#reveal-now");

    public void Dispose() => Browser.Dispose();
}
