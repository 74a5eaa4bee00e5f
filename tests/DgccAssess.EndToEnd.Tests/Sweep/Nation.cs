using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>A small nation with three rounds, the last two on one instrument, and its national results published: the newest is open to everybody.</summary>
internal static class Nation
{
    public const string Round = "2019";

    /// <summary>One with consent, for its public page.</summary>
    public const string Agency = "ministry-1";

    private const int Agencies = 24;

    public static IReadOnlyList<NamedCode> Groups { get; } =
    [
        new("ministry", LocalizedText.Of(("en", "Ministries"), ("ar", "الوزارات"))), new("province", LocalizedText.Of(("en", "Provinces and their governorates"), ("ar", "الولايات ومصالحها"))),
        new("city", LocalizedText.Of(("en", "Cities"), ("ar", "البلديات"))),
    ];

    public static IReadOnlyList<NamedCode> Regions { get; } = [new("north", LocalizedText.Of(("en", "North"), ("ar", "الشمال"))), new("south", LocalizedText.Of(("en", "South"), ("ar", "الجنوب")))];

    public static async Task PublishAsync(TestSpace space)
    {
        await space.PublishRoundAsync("2017", [.. Made(0).Take(9)], "dgcc-2026");
        await space.PublishRoundAsync("2018", [.. Made(1).Skip(3)]);
        await space.PublishRoundAsync(Round, [.. Made(2)]);
        foreach (var round in new[] { "2017", "2018", Round }) await space.PublishNationalAsync(round);
    }

    private static IEnumerable<AgencyToPublish> Made(int year) => Enumerable.Range(0, Agencies).Select(i => new AgencyToPublish($"{Groups[i % 3].Code}-{(i / 3) + 1}", Groups[i % 3].Code, 1 + (((i * 7) + year) % 4))
    {
        Region = Regions[i % 2].Code,
        Consent = i % 8 != 5,
        Synthetic = true,
        Self = 1 + (((i * 7) + year + 1) % 5),
        Levels = new Dictionary<string, decimal> { [$"I{(i % 9) + 1}"] = 5, [$"I{(i % 7) + 2}"] = 2 },
    });
}
