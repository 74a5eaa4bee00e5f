using DgccAssess.Core.Features.SharedCore.Files;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.SharedCore;

public sealed class FaultyCoreTests
{
    private const string Map = "mappings/dgcc-2026.yaml";

    [Theory]
    [InlineData("core.yaml", "version: 1\n", "version: 0\n", "'version' can't be 0.")]
    [InlineData("core.yaml", "shareOfAgencies: 0.5", "shareOfAgencies: 2", "'shareOfAgencies' can't be 2.")]
    [InlineData("core.yaml", "common: 10", "comon: 10", "The key 'comon' is unknown here.")]
    [InlineData("core.yaml", "- code: C2 ", "- code: C1 ", "The code 'C1' is used twice")]
    [InlineData("core.yaml", "gtmi: [GTEI]", "gtmi: [GTIE]", "'GTIE' is no label of 'gtmi'. Did you mean 'GTEI'?")]
    [InlineData(Map, "instrument: dgcc-2026", "instrument: dgcc-2027", "This is the mapping of 'dgcc-2027', not of 'dgcc-2026'.")]
    [InlineData(Map, "C2: { kind: exact,", "C2: { kind: same,", "'same' is no value of 'kind'.")]
    [InlineData(Map, "C2: { kind: exact,", "C2: { kind: none,", "C2 is not measured and yet names indicators.")]
    [InlineData(Map, "C7: { kind: none }", "C7: { kind: close }", "C7 names no indicator.")]
    [InlineData(Map, "C2: { kind: exact, indicators: [I12]", "C2: { kind: exact, indicators: [I20]", "C2 names I20, which another question names too.")]
    [InlineData(Map, "  C2:", "  C21:", "The core has no question 'C21'.")]
    [InlineData(Map, "combine: min", "combine: max", "'max' is no value of 'combine'. Did you mean")]
    [InlineData("texts/ko.yaml", "C1.name:", "C1.nam:", "The core has no text 'C1.nam'. Did you mean 'C1.name'?")]
    [InlineData("texts/en.yaml", "C1.name:", "# ", "Texts are missing: C1.name.")]
    public void Fault_IsRefusedWithItsPlace(string file, string find, string replacement, string message)
    {
        var files = Files();
        var at = files[file].IndexOf(find, StringComparison.Ordinal);
        Assert.True(at >= 0, find);
        files[file] = files[file][..at] + replacement + files[file][(at + find.Length)..];
        var line = files[file][..at].Count(c => c == '\n') + 1;

        var read = CoreFiles.Parse(files);

        var problem = Assert.Single(read.Problems, p => p.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.Null(read.Value);
        Assert.Equal(file, problem.File);
        if (!message.StartsWith("Texts are missing", StringComparison.Ordinal)) Assert.InRange(problem.Line, line, line + 1);
    }

    [Theory]
    [InlineData("core.yaml", "This file is missing.")]
    [InlineData("texts/ko.yaml", "There are no texts in 'ko'.")]
    public void FileThatLacks_IsNamed(string file, string message)
    {
        var files = Files();
        files.Remove(file);

        Assert.Equal((file, message), CoreFiles.Parse(files).Problems.Select(p => (p.File, p.Message)).First());
    }

    [Fact]
    public void SoundFiles_HaveNoProblemAndNoWarning() => Assert.True(CoreFiles.Parse(Files()) is { Succeeded: true, Warnings: [] });

    private static Dictionary<string, string> Files()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "tenants", "core", "core-2026");
        return Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }
}
