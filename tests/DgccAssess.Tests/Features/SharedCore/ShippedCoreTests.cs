using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.TestCommon.Golden;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.SharedCore;

/// <summary>The core that is shipped: complete, sound against the shipped instruments, and right on the one published case of a whole agency.</summary>
public sealed class ShippedCoreTests
{
    private static readonly CoreDocument Core = ShippedCore.Document;

    [Fact]
    public void Core_HasTwentyQuestionsInSixThemes_InEveryLanguage()
    {
        Assert.Equal("C1 C2 C3|C4 C5 C6 C7|C8 C9 C10 C11|C12 C13 C14|C15 C16 C17|C18 C19 C20", string.Join('|', Core.Structure.Themes.Select(t => string.Join(' ', t.Questions))));
        Assert.Equal(new CoreMinimums { Agencies = 5, ShareOfAgencies = 0.5m, QuestionsOfTheme = 2, MostClose = 0.5m, Questions = 12, Themes = 4, Common = 10 }, Core.Structure.Minimums);
        Assert.Equal(["en", "ko", "id", "ar", "fr"], Core.Languages);
        Assert.All(Core.Languages, language => Assert.Equal(Core.Texts["en"].Keys.Order(), Core.Texts[language].Keys.Order()));
        Assert.Equal("Internal rules", Core.TextsIn("es").Name("C1"));
        Assert.Equal("내부 규정", Core.TextsIn("ko-KR").Name("C1"));
    }

    [Theory]
    [InlineData("spbe-2020", "17 exact, 1 close, 2 none", 32, "I11 I13 I19 I21 I24 I26 I27 I29 I30 I37 I38 I39 I40 I41 I44")]
    [InlineData("dgcc-2026", "17 exact, 1 close, 2 none", 32, "I11 I13 I19 I21 I24 I26 I27 I29 I30 I37 I38 I39 I40 I41 I44")]
    [InlineData("pemdi-2026", "0 exact, 13 close, 7 none", 14, "I5 I6 I7 I11 I12 I18")]
    public void Proposal_FitsItsInstrument(string code, string kinds, int used, string leftOut)
    {
        var (mapping, proposal) = (Core.Proposals[code].Mapping, Core.Proposals[code]);
        var indicators = InstrumentFolder.Read(RepositoryFiles.Instrument(code)).Value!.Instrument.Indicators().Select(i => i.Code).ToList();
        var mapped = mapping.Rows.SelectMany(r => r.Indicators).ToList();

        Assert.Empty(CoreMappingCheck.Check(Core.Structure, mapping, indicators.ToHashSet(StringComparer.Ordinal)));
        Assert.Equal(kinds, $"{Count(CoreKind.Exact)} exact, {Count(CoreKind.Close)} close, {Count(CoreKind.None)} none");
        Assert.Equal((used, leftOut), (mapped.Count, string.Join(' ', proposal.LeftOut)));
        Assert.Equal(indicators.Order(), mapped.Concat(proposal.LeftOut).Order());
        Assert.Equal(code == "pemdi-2026", mapping.Draft);

        int Count(CoreKind kind) => mapping.Rows.Count(r => r.Kind == kind);
    }

    // The table of the core's own description: Kemenko Perekonomian 2021 as published.
    [Fact]
    public void MinistryOf2021_HasTheValuesWorkedOutByHand()
    {
        var levels = PublishedCase.Get("G01").Levels;
        var agency = new CoreAgency { Code = "G01", Group = "ministry", Values = levels.ToDictionary(l => l.Key, l => (decimal?)l.Value, StringComparer.Ordinal) };
        var answers = Core.Proposals["spbe-2020"].Mapping.Rows.Select(row => (row.Question, row.Kind, Answer: CoreAnswer.Of(row, agency))).Where(a => a.Answer is not null).ToList();

        Assert.Equal(
            "C1 3 3, C2 2 2, C3 2 2, C4 1 1, C5 4 4, C6 1 1, C8 1 1, C9 3 3, C10 3 3, C11 3 3, C12 1 1, C14 1 1, C15 4 4, C16 4 4, C17 4 4, C18 4 4, C19 3 3, C20 10/3 3",
            string.Join(", ", answers.Select(a => $"{a.Question} {a.Answer!.Value} {a.Answer.Level}")));
        var themes = CoreThemeFigure.Of(Core.Structure, answers.ToDictionary(a => a.Question, a => (a.Kind, a.Answer!.Value.ToDecimal()), StringComparer.Ordinal));
        Assert.Equal(["T1 2.33 of 3", "T2 2.00 of 3", "T3 2.50 of 4", "T4 1.00 of 2", "T5 4.00 of 3", "T6 3.44 of 3"], themes.Select(t => FormattableString.Invariant($"{t.Code} {t.Mean:0.00} of {t.Answered}")));
    }

    [Fact]
    public void ElevenQuestions_AreMeasuredByAllThree()
    {
        var measured = Core.Proposals.Values.Select(p => p.Mapping.Rows.Where(r => r.Kind is not CoreKind.None).Select(r => r.Question)).ToList();

        Assert.Equal(11, measured.Aggregate((a, b) => a.Intersect(b)).Count());
        Assert.Equal(["C7", "C13"], Core.Proposals["pemdi-2026"].Mapping.Rows.Where(r => r.Kind is not CoreKind.None).Select(r => r.Question).Except(measured.Where((_, i) => Core.Proposals.Keys.ElementAt(i) != "pemdi-2026").SelectMany(m => m)));
    }
}
