using System.Text.Json;
using DgccAssess.Cli;

namespace DgccAssess.Tests.Features.Instruments;

public sealed class ScoreCommandTests
{
    private static readonly string Spbe = RepositoryFiles.Instrument("spbe-2020");

    [Fact]
    public async Task Score_KemenkoPerekonomian2021_PrintsThePublishedFigures()
    {
        using var golden = JsonDocument.Parse(await File.ReadAllTextAsync(RepositoryFiles.Golden, TestContext.Current.CancellationToken));
        var published = golden.RootElement.GetProperty("cases")[0].GetProperty("published");

        var (exitCode, output, error) = await ScoreAsync(JsonSerializer.Serialize(new { ratings = GoldenRatings() }));

        Assert.Equal((0, ""), (exitCode, error));
        Assert.StartsWith(
            """{"instrument":"spbe-2020","index":"2.95","exact":"2.9475","predicate":"good","nodes":[{"code":"D1","tier":"domain","index":"3.00","exact":"3"},{"code":"A1","tier":"aspect",""",
            output,
            StringComparison.Ordinal
        );
        using var json = JsonDocument.Parse(output);
        var nodes = json
            .RootElement.GetProperty("nodes")
            .EnumerateArray()
            .ToDictionary(n => n.GetProperty("code").GetString()!, n => n.GetProperty("index").GetString());
        Assert.Equal(59, nodes.Count);
        Assert.All(published.GetProperty("domain").EnumerateObject(), d => Assert.Equal(d.Value.GetString(), nodes[$"D{d.Name}"]));
        Assert.All(published.GetProperty("aspect").EnumerateObject(), a => Assert.Equal(a.Value.GetString(), nodes[$"A{a.Name}"]));
        Assert.Equal("5.00", nodes["I13"]);
    }

    [Fact]
    public async Task Score_OtherKeysAndByteOrderMark_AreTolerated()
    {
        var json = JsonSerializer.Serialize(new { agency = new { ratings = 1 }, ratings = GoldenRatings() });

        var (exitCode, output, _) = await ScoreAsync('\uFEFF' + json);

        Assert.Equal(0, exitCode);
        Assert.Contains("\"exact\":\"2.9475\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"I1\":3", "\"I1\":3,\"I99\":3", "has no indicator 'I99'")]
    [InlineData("\"I1\":3", "\"i1\":3", "has no indicator 'i1'. Did you mean 'I1'?|The rating of 'I1' is missing")]
    [InlineData("\"I1\":3,", "", "The rating of 'I1' is missing")]
    [InlineData("\"I1\":3", "\"I1\":0", "'I1' is 0, which is no level")]
    [InlineData("\"I1\":3", "\"I1\":6", "'I1' is 6, which is no level")]
    [InlineData("\"I1\":3", "\"I1\":2.5", "'I1' is 2.5, which is no level")]
    [InlineData("\"I1\":3", "\"I1\":-1", "'I1' is -1, which is no level")]
    [InlineData("\"I1\":3", "\"I1\":\"3\"", "The rating of 'I1' is not a number")]
    [InlineData("\"I1\":3", "\"I1\":true", "The rating of 'I1' is not a number")]
    [InlineData("\"I1\":3", "\"I1\":[3]", "The rating of 'I1' is not a number")]
    [InlineData("\"I1\":3", "\"I1\":{\"I2\":1}", "The rating of 'I1' is not a number")]
    [InlineData("\"I1\":3", "\"I1\":1e999", "The rating of 'I1' is not a number")]
    [InlineData("\"I1\":3", "\"I1\":null", "'I1' can't be not applicable")]
    [InlineData("\"I1\":3", "\"I1\":3,\"I1\":3", "'I1' stands twice")]
    [InlineData("{\"ratings\"", "{\"ratings\":{},\"ratings\"", "'ratings' stands twice|*")]
    [InlineData("{\"ratings\"", "{\"rating\"", "There is no 'ratings'")]
    [InlineData("{\"ratings\":{", "{\"ratings\":{,", "not valid JSON")]
    [InlineData("}}", "}", "not valid JSON")]
    [InlineData("}}", "}}{}", "not valid JSON")]
    [InlineData("\"I1\":3", "\"I1\\ud800\":3", "not valid JSON")]
    public async Task Score_BadRatings_ExitsWith2AndOneLinePerProblem(string find, string replacement, string messages)
    {
        var json = JsonSerializer.Serialize(new { ratings = GoldenRatings() });
        Assert.Contains(find, json, StringComparison.Ordinal);
        var at = json.IndexOf(find, StringComparison.Ordinal);

        await ShouldFailAsync(json[..at] + replacement + json[(at + find.Length)..], messages);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("[]", "An object is expected|There is no 'ratings'")]
    [InlineData("{\"ratings\":[3]}", "must be an object|*")]
    [InlineData("not json", "not valid JSON")]
    [InlineData("{\"ratings\":{\"I1\":\u00003}}", "binary")]
    public async Task Score_NotARatingsFile_ExitsWith2(string content, string messages) => await ShouldFailAsync(content, messages);

    [Fact]
    public async Task Score_MissingFileOrFolder_ExitsWith2()
    {
        foreach (
            var (instrument, ratings, message) in new[]
            {
                (Spbe, "/nowhere.json", "This file is missing"),
                ("/nowhere", "/nowhere.json", "There is no such folder"),
            }
        )
        {
            var (exitCode, output, error) = await RunAsync("score", instrument, ratings);

            Assert.Equal((2, ""), (exitCode, output));
            Assert.Contains(message, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Score_FaultyInstrument_ExitsWith2AndNamesThePlace()
    {
        using var folder = new SampleFolder();
        folder.Replace(SampleFolder.Instrument, "weight: 45.5", "weight: 45.6");

        var (exitCode, output, error) = await RunAsync("score", folder.Path, "/nowhere.json");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith($"{folder.PathOf(SampleFolder.Instrument)}:16:13: The weight is 60", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("score")]
    [InlineData("score", "one")]
    [InlineData("score", "one", "two", "three")]
    [InlineData("skore")]
    public async Task CommandLine_Wrong_ExitsWith2AndPrintsNoResult(params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.NotEqual("", error);
    }

    [Fact]
    public async Task Check_ShippedInstrument_PrintsItsHash()
    {
        var (exitCode, output, error) = await RunAsync("instrument", "check", Spbe);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches("^spbe-2020: 47 indicators, languages en, id\nsha256 [0-9a-f]{64}\n$", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Check_FaultyInstrument_ExitsWith2AfterAllProblemsAndWarnings()
    {
        using var folder = new SampleFolder();
        folder.Replace(SampleFolder.English, "Q1.name:", "Q1.nam:");
        folder.Replace(SampleFolder.French, "Q1.name: \"First item\"\n", "");

        var (exitCode, output, error) = await RunAsync("instrument", "check", folder.Path);

        Assert.Equal((2, ""), (exitCode, output));
        var lines = error.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"warning: {folder.PathOf(SampleFolder.French)}:1:1: One text is missing: Q1.name.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            $"{folder.PathOf(SampleFolder.English)}:13:1: The instrument has no text 'Q1.nam'. Did you mean 'Q1.name'?",
            lines[1],
            StringComparison.Ordinal
        );
        Assert.StartsWith($"{folder.PathOf(SampleFolder.English)}:1:1: One text is missing: Q1.name.", lines[2], StringComparison.Ordinal);
    }

    private static Dictionary<string, decimal> GoldenRatings()
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Golden));
        return golden
            .RootElement.GetProperty("cases")[0]
            .GetProperty("indicator_scores")
            .EnumerateObject()
            .ToDictionary(s => $"I{s.Name}", s => s.Value.GetDecimal());
    }

    private static async Task ShouldFailAsync(string json, string messages)
    {
        var (exitCode, output, error) = await ScoreAsync(json);

        Assert.Equal((2, ""), (exitCode, output));
        var (lines, expected) = (error.TrimEnd('\n').Split('\n'), messages.Split('|'));
        Assert.True(expected[^1] == "*" || lines.Length == expected.Length, error);
        Assert.All(expected.Where(e => e != "*"), message => Assert.Contains(lines, l => l.Contains(message, StringComparison.Ordinal)));
        Assert.All(lines, line => Assert.Matches(@"ratings\.json:\d+:\d+: ", line));
    }

    private static async Task<(int ExitCode, string Output, string Error)> ScoreAsync(string json)
    {
        using var folder = new SampleFolder();
        folder.Write("ratings.json", json);
        return await RunAsync("score", Spbe, folder.PathOf("ratings.json"));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" },
            error = new() { NewLine = "\n" };
        var exitCode = await DgccCommandLine.RunAsync(args, output, error, ct: TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
