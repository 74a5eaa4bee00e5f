using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.Tests.TestInstruments;
using static DgccAssess.Scoring.Tests.TestInstruments.Build;

namespace DgccAssess.Scoring.Tests.Instruments;

public sealed class InstrumentCheckTests
{
    private static readonly Instrument Sound = Instrument(["aspect", "indicator"], Levels(1, 5), Group("aspect", "A1", [.. Leaves(1, 2, 2.5m)]), Group("aspect", "A2", [.. Leaves(3, 3, 5)]));

    private static readonly Dictionary<string, Instrument> Broken = new(StringComparer.Ordinal)
    {
        ["code code-invalid spbe/2020"] = Sound with { Code = "spbe/2020" },
        ["languages language-invalid "] = Sound with { Languages = [] },
        ["languages/EN code-duplicate EN,languages/en | languages/e language-invalid e"] = Sound with { Languages = ["en", "sr-Cyrl", "EN", "e"] },
        ["tiers tier-count 0,8"] = Sound with { Tiers = [] },
        ["tiers/aspect code-duplicate aspect,tiers/aspect | nodes/A1/I1/tier tier-depth aspect,indicator | nodes/A1/I2/tier tier-depth aspect,indicator | nodes/A2/I3/tier tier-depth aspect,indicator"] = Sound with { Tiers = ["aspect", "aspect"] },
        ["rounding/decimals rounding-decimals 7,0,6"] = Sound with { Rounding = new Rounding(7, RoundingMode.HalfUp) },
        ["rounding/mode value-unknown 9"] = Sound with { Rounding = new Rounding(2, (RoundingMode)9) },
        ["notApplicable value-unknown 9"] = Sound with { NotApplicable = (NotApplicablePolicy)9 },
        ["scales scales-empty  | nodes/A1/I1/scale scale-unknown level | nodes/A1/I2/scale scale-unknown level | nodes/A2/I3/scale scale-unknown level"] = Sound with { Scales = [] },
        ["scales/Level/code code-duplicate Level,scales/level/code | scales/Level scale-unused "] = Sound with { Scales = [.. Sound.Scales, Levels(1, 5, code: "Level")] },
        ["scales/level/levels scale-level-count 1"] = Sound with { Scales = [Sound.Scales[0] with { Levels = [5] }] },
        ["scales/level/levels scale-not-ascending 2,2"] = Sound with { Scales = [Sound.Scales[0] with { Levels = [1, 2, 2] }] },
        ["scales/level/levels scale-level-range -1,0,1000 | scales/level/levels scale-level-range 1001,0,1000"] = Sound with { Scales = [Sound.Scales[0] with { Levels = [-1, 1001] }] },
        ["nodes nodes-empty "] = Sound with { Nodes = [] },
        ["nodes/A1/weight weight-sum 6,5.0"] = WithFirst(node => node with { Weight = 6 }),
        ["nodes/A1/weight weight-range -5,1000000000 | nodes/A1/weight weight-sum -5,5.0"] = WithFirst(node => node with { Weight = -5 }),
        ["nodes/A1 children-missing aspect"] = WithFirst(node => node with { Children = [] }),
        ["nodes/A1 indicator-above-leaf aspect"] = WithFirst(node => node with { Indicator = Sound.Nodes[1].Children[0].Indicator! with { Levels = [], EvidenceKinds = [] } }),
        ["nodes/A2/code code-duplicate A2,nodes/a2/code"] = WithFirst(node => node with { Code = "a2" }),
        ["nodes/#1/code code-invalid "] = WithFirst(node => node with { Code = "" }),
        ["nodes/A2/I3/weight weight-range 0,1000000000"] = WithLeaf(node => node with { Weight = 0 }),
        ["nodes/A2/I3 indicator-missing indicator"] = WithLeaf(node => node with { Indicator = null }),
        ["nodes/A2/I3/nodes too-deep indicator"] = WithLeaf(node => node with { Children = [Leaf("X", 5)] }),
        ["nodes/A2/I3/scale scale-unknown Level"] = WithIndicator(indicator => indicator with { Scale = "Level" }),
        ["nodes/A2/I3/draft indicator-draft "] = WithIndicator(indicator => indicator with { Draft = true }),
        ["nodes/A2/I3/criteria criteria-missing "] = WithIndicator(indicator => indicator with { Levels = [] }),
        ["nodes/A2/I3/criteria/3 level-without-criteria 3"] = WithIndicator(indicator => indicator with { Levels = [.. indicator.Levels.Skip(1).Where(l => l.Level != 3)] }),
        ["nodes/A2/I3/criteria/6 level-unknown 6,level"] = WithIndicator(indicator => indicator with { Levels = [.. indicator.Levels, new LevelCriteria(6, ["I3.6.a"])] }),
        ["nodes/A2/I3/criteria/4 level-not-ascending 4,5"] = WithIndicator(indicator => indicator with { Levels = [.. indicator.Levels, new LevelCriteria(4, ["I3.4.c"])] }),
        ["nodes/A2/I3/evidence/I1.evidence.1 code-duplicate I1.evidence.1,nodes/A1/I1/evidence/I1.evidence.1"] = WithIndicator(indicator => indicator with { Levels = [.. indicator.Levels.Skip(1)], EvidenceKinds = ["I1.evidence.1"] }),
        ["nodes/A2/I3/criteria/1/I1.1.a code-duplicate I1.1.a,nodes/A1/I1/criteria/1/I1.1.a"] = WithIndicator(indicator => indicator with { Levels = [new LevelCriteria(1, ["I1.1.a"]), .. indicator.Levels.Skip(1)] }),
        ["nodes weight-precision "] = Sound with { Nodes = [Group("aspect", "A1", Leaf("I1", 1_000_000, "level", 1, 2, 3, 4, 5), Leaf("I2", 0.000_000_01m, "level", 1, 2, 3, 4, 5))] },
        ["nodes indicator-count 1001,1000"] = Sound with { Nodes = [Group("aspect", "A1", [.. Leaves(1, 1001, 1)])] },
    };

    public static TheoryData<string> Faults => [.. Broken.Keys];

    [Fact]
    public void Check_SoundInstruments_FindNothing()
    {
        Assert.Empty(InstrumentCheck.Check(Sound, totalWeight: 10));
        Assert.Empty(InstrumentCheck.Check(Spbe.Year2020, totalWeight: 100));
        Assert.DoesNotContain(InstrumentCheck.Check(Spbe.Year2018, totalWeight: 300), problem => problem.Severity is ProblemSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_OneFault_IsFoundWithItsPlace(string expected) => Assert.Equal(
        expected, string.Join(" | ", InstrumentCheck.Check(Broken[expected]).Select(problem => $"{problem.Path} {problem.Code} {string.Join(',', problem.Arguments)}")));

    [Fact]
    public void Check_RootsThatMissTheDeclaredTotal_AreReported() =>
        Assert.Equal(("nodes", "weight-sum"), InstrumentCheck.Check(Sound, totalWeight: 100).Select(problem => (problem.Path, problem.Code)).Single());

    [Fact]
    public void Check_HostileDepth_StopsAtTheTiers()
    {
        var node = Leaf("X", 5);
        for (var i = 0; i < 100_000; i++)
            node = new Node { Code = "X", Tier = "aspect", Weight = 5, Children = [node] };

        Assert.Contains(InstrumentCheck.Check(Sound with { Nodes = [node] }), problem => problem.Code == InstrumentProblemCodes.TooDeep);
    }

    private static Instrument WithFirst(Func<Node, Node> change) => Sound with { Nodes = [change(Sound.Nodes[0]), Sound.Nodes[1]] };

    private static Instrument WithLeaf(Func<Node, Node> change) => Sound with { Nodes = [Sound.Nodes[0], Sound.Nodes[1] with { Children = [change(Sound.Nodes[1].Children[0])] }] };

    private static Instrument WithIndicator(Func<Indicator, Indicator> change) => WithLeaf(node => node with { Indicator = change(node.Indicator!) });
}
