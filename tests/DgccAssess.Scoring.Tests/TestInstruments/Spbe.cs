using DgccAssess.Scoring.Instruments;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.TestInstruments;

internal static class Spbe
{
    private static readonly IReadOnlyList<string> Tiers = ["domain", "aspect", "indicator"];

    /// <summary>PermenPANRB 59/2020, Annex I: 4 domains, 8 aspects, 47 indicators, weights in per cent.</summary>
    public static Instrument Year2020 { get; } = Instrument(Tiers, Levels(1, 5),
        Group("domain", "D1", Group("aspect", "A1", [.. Leaves(1, 10, 1.3m)])),
        Group("domain", "D2", Group("aspect", "A2", [.. Leaves(11, 14, 2.5m)]), Group("aspect", "A3", [.. Leaves(15, 18, 2.5m)]), Group("aspect", "A4", [.. Leaves(19, 20, 2.5m)])),
        Group("domain", "D3", Group("aspect", "A5", [.. Leaves(21, 28, 1.5m)]), Group("aspect", "A6", [.. Leaves(29, 31, 1.5m)])),
        Group("domain", "D4", Group("aspect", "A7", [.. Leaves(32, 41, 2.75m)]), Group("aspect", "A8", [.. Leaves(42, 47, 3m)]))) with { Code = "spbe-2020" };

    /// <summary>PermenPANRB 5/2018: 37 scored items on levels 0 to 5. An item of the last aspect weighs 20/6 per cent, so every weight is
    /// written three times: the unit is a third of a per cent and the whole is 300.</summary>
    public static Instrument Year2018 { get; } = Instrument(Tiers, Levels(0, 5),
        Group("domain", "kebijakan", Group("aspect", "A1", [.. Leaves(1, 7, 3, "")]), Group("aspect", "A2", [.. Leaves(8, 17, 3, "")])),
        Group("domain", "tata_kelola",
            Group("aspect", "kelembagaan", [.. Leaves(18, 19, 12, "")]),
            Group("aspect", "strategi", [.. Leaves(20, 21, 12, "")]),
            Group("aspect", "tik", [.. Leaves(22, 24, 12, "")])),
        Group("domain", "layanan",
            Group("aspect", "adm", [.. Leaves(25, 31, 15, "")]),
            Group("aspect", "publik", [.. Leaves(32, 35, 10, ""), Leaf("35-2", 10), Leaf("35-3", 10)]))) with { Code = "spbe-2018" };
}
