using System.Reflection;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Tests.Features.Instruments;

public sealed class FaultyInstrumentTests
{
    public static TheoryData<string, string, string, string, string> Faults =>
        new()
        {
            // Syntax and types.
            { "instrument.yaml", "languages: [en, fr]", "languages: [en, fr", "4:1", "not valid YAML" },
            { "instrument.yaml", "\nnodes:", "\n\tnodes:", "14:1", "indented by a tab" },
            { "instrument.yaml", "code: sample-1", "code: sample-1\ncode: sample-2", "3:1", "'code' stands twice; the first is in line 2" },
            { "instrument.yaml", "totalWeight", "totalWieght", "7:1", "'totalWieght' is unknown here. Did you mean 'totalWeight'?" },
            { "instrument.yaml", "totalWeight: 100\n", "", "2:1", "'totalWeight' is missing" },
            { "instrument.yaml", "evidence: 1", "evidense: 1", "22:9", "Did you mean 'evidence'?" },
            { "instrument.yaml", "weight: 45.5", "weight: \"45.5\"", "19:17", "'weight' must be a number such as 2.75 (at most 6 decimals), not a text" },
            { "instrument.yaml", "weight: 45.5", "weight: 45,5", "19:17", "'weight' must be a number" },
            { "instrument.yaml", "weight: 45.5", "weight: .inf", "19:17", "not a number (.inf)" },
            { "instrument.yaml", "weight: 45.5", "weight: 45.5000001", "19:17", "'weight' must be a number" },
            { "instrument.yaml", "code: sample-1", "code: 2020", "2:7", "'code' must be a text, not a number (2020)" },
            { "instrument.yaml", "code: sample-1", "code: \"\"", "2:7", "The text of 'code' is empty" },
            { "instrument.yaml", "code: sample-1", "code: ../etc", "2:7", "'../etc' can't be the code of this instrument" },
            { "instrument.yaml", "imported: true", "imported: yes", "34:19", "'imported' must be true or false" },
            { "instrument.yaml", "tiers: [area, item]", "tiers: area", "4:8", "'tiers' must be a list, not a text (area)" },
            { "instrument.yaml", "notApplicable: forbidden", "notApplicable: forbiden", "5:16", "Did you mean 'forbidden'?" },
            { "instrument.yaml", "languages: [en, fr]", "languages: [en, English]", "3:17", "'English' is no language tag" },
            { "instrument.yaml", "decimals: 2,", "decimals: 2.5,", "6:23", "'decimals' must be a whole number" },
            { "instrument.yaml", "rounding: { decimals: 2, mode: halfUp }", "rounding: 2", "6:11", "A group of keys" },
            { "instrument.yaml", "2: [a, b]", "2: [a, a]", "21:36", "'a' is no criterion of level 2, or stands twice" },
            { "instrument.yaml", "2: [a, b]", "2: []", "21:32", "Level 2 has no criteria" },
            { "instrument.yaml", "evidence: 1", "evidence: 99", "22:19", "from 0 to 20" },
            { "instrument.yaml", "code: G2", "code: tier", "28:11", "A node can't have the code 'tier'" },
            { "instrument.yaml", "code: Q2", "code: q1", "23:15", "The code 'q1' is used twice; the first node with it is in line 18" },
            // Structure: found by Scoring, placed here.
            { "instrument.yaml", "weight: 45.5", "weight: 45.6", "16:13", "The weight is 60, but the weights below it sum to 60.1" },
            { "instrument.yaml", "totalWeight: 100", "totalWeight: 99", "7:14", "The weight is 99, but the weights below it sum to 100" },
            { "instrument.yaml", "weight: 45.5", "weight: 0", "19:17", "out of range" },
            { "instrument.yaml", "scale: steps", "scale: stepps", "20:16", "There is no scale 'stepps'" },
            { "instrument.yaml", "3: [a] }", "4: [a] }", "21:40", "The scale 'steps' has no level 4" },
            { "instrument.yaml", "levels: [1, 2, 3]", "levels: [1, 3, 2]", "10:13", "Level 2 stands after level 3" },
            { "instrument.yaml", "to: 2.5", "to: 2.4", "12:3", "The indices from 2.40 to 2.49 have no predicate" },
            { "instrument.yaml", "to: 2.5", "to: 2.6", "12:25", "also have the predicate 'low'" },
            { "instrument.yaml", ", toInclusive: true", "", "12:3", "The indices from 3.00 to 3.00 have no predicate" },
            { "instrument.yaml", "decimals: 2,", "decimals: 9,", "6:23", "9 decimals can't be shown" },
            { "instrument.yaml", "tiers: [area, item]", "tiers: [area]", "18:7", "deeper than 'tiers' says" },
            {
                "instrument.yaml",
                "tiers: [area, item]",
                "tiers: [area, part, item]",
                "18:9",
                "This part has a scale, but only nodes of the last tier are rated"
            },
            // Texts.
            { "texts/en.yaml", "Q1.2.b: \"It is signed.\"", "Q1.2.c: \"It is signed.\"", "17:1", "no text 'Q1.2.c'. Did you mean 'Q1.2.a'?" },
            { "texts/fr.yaml", "Q1.name: \"First item\"", "Q1.name: \" \"", "13:10", "The text of 'Q1.name' is empty" },
            { "texts/fr.yaml", "Q1.name: \"First item\"", "Q1.name:", "13:9", "'Q1.name' must be a text, not nothing" },
            { "texts/fr.yaml", "Q1.name: \"First item\"", "Q1.name: true", "13:10", "not true or false (true)" },
            { "texts/fr.yaml", "Q1.name: \"First item\"", "Q1.name: [First]", "13:10", "not a list" },
            { "texts/fr.yaml", "title: \"Sample\"", "title: \"Sample\"\ntitle: \"Again\"", "2:1", "stands twice" },
            { "texts/en.yaml", "Q2.3.a: \"It is done.\"\n", "", "1:1", "One text is missing: Q2.3.a" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_FaultyFile_NamesFileLineColumnAndWhatToDo(string file, string find, string replacement, string at, string message)
    {
        using var folder = new SampleFolder();
        folder.Replace(file, find, replacement);

        var result = folder.Read();

        Assert.False(result.Succeeded);
        Assert.Null(result.Value);
        Assert.Contains(
            result.Problems,
            p => p.ToString().StartsWith($"{folder.PathOf(file)}:{at}: ", StringComparison.Ordinal) && p.Message.Contains(message, StringComparison.Ordinal)
        );
        Assert.All(result.Problems, p => Assert.EndsWith(".", p.WhatToDo, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SeveralFaultsInSeveralFiles_ReportsAllAtOnce()
    {
        using var folder = new SampleFolder();
        folder.Replace(SampleFolder.Instrument, "weight: 45.5", "weight: many");
        folder.Replace(SampleFolder.Instrument, "evidence: 1", "evidense: 1");
        folder.Replace(SampleFolder.French, "Q1.name: \"First item\"", "Q1.name: \"\"");

        var problems = folder.Read().Problems;

        Assert.Equal(4, problems.Count);
        Assert.Equal(
            ["instrument.yaml:18", "instrument.yaml:19", "instrument.yaml:22", "texts/fr.yaml:13"],
            problems.Select(p => $"{Path.GetRelativePath(folder.Path, p.File)}:{p.Line}").Order()
        );
    }

    [Fact]
    public void Read_MissingLanguage_WarnsAndFallsBack()
    {
        using var folder = new SampleFolder();
        File.Delete(folder.PathOf(SampleFolder.French));

        var result = folder.Read();

        Assert.True(result.Succeeded);
        Assert.Contains("There are no texts in 'fr'", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal("en", result.Value.TextsIn("fr").Language);
    }

    [Fact]
    public void Read_MissingTextInAnotherLanguage_WarnsOncePerFile()
    {
        using var folder = new SampleFolder();
        folder.Replace(SampleFolder.French, "Q2.3.a: \"It is done.\"\n", "");
        folder.Replace(SampleFolder.French, "Q2.2.a: \"It is planned.\"\n", "");

        var result = folder.Read();

        Assert.True(result.Succeeded);
        Assert.Equal("2 texts are missing: Q2.2.a, Q2.3.a.", Assert.Single(result.Warnings).Message);
    }

    [Fact]
    public void Read_MissingReferenceLanguage_IsRefused()
    {
        using var folder = new SampleFolder();
        File.Delete(folder.PathOf(SampleFolder.English));

        Assert.Contains(folder.Read().Problems, p => p.File.EndsWith("texts/en.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_LanguageNobodyDeclared_IsRefused()
    {
        using var folder = new SampleFolder();
        folder.Write("texts/ar.yaml", SampleFolder.EnglishYaml);

        Assert.Contains("'ar' is not in 'languages'", Assert.Single(folder.Read().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoSuchFolder_SaysSo() =>
        Assert.Contains("no such folder", Assert.Single(InstrumentFolder.Read("/nowhere/at-all").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void StructureMessages_EveryProblemOfScoring_HasASentence()
    {
        var codes = typeof(InstrumentProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(codes);
        Assert.All(
            codes,
            code => Assert.NotEqual(code, StructureMessages.For(new InstrumentProblem("x", code, ProblemSeverity.Error, ["1", "2", "3"])).Message)
        );
    }
}
