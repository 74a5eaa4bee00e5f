using DgccAssess.Cli;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.Awards;

public sealed class AwardCommandTests
{
    private const string Candidates = """
        {"candidates":[
          {"code":"health","group":"ministry","consented":true,"predicate":"good","index":"3.2075","nodes":{"D1":"3.21","D4":"3"},"previous":{"instrument":"spbe-2020","index":"3.0"},
           "jury":[{"juror":"ani","scores":{"novelty":8,"impact":9},"recused":false},{"juror":"budi","scores":{"novelty":"6","impact":"7"}},{"juror":"cici","recused":true}]},
          {"code":"trade","group":"ministry","consented":true,"predicate":"good","index":3.2075,"nodes":{"D4":"3.5","D1":null},"previous":null,"jury":[]},
          {"code":"kota-a","group":"city","consented":false,"predicate":"good","index":"4.1"},
          {"code":"kota-b","group":"city","region":"java","instrument":"pemdi-2026","tookPart":true,"openObjection":true,"consented":true,"predicate":null,"index":null,"selfIndex":"2"}
        ],"sentBy":"a script"}
        """;

    [Fact]
    public async Task Rank_Candidates_PrintsWinnersRanksRefusalsAndTieBreaks()
    {
        var (exitCode, output, error) = await RankAsync(Candidates);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            """{"awards":[{"award":"prize","instrument":"spbe-2020","engine":"1","categories":[{"category":"best","winners":[{"code":"trade","rank":1,"value":"3.21","exact":"3.2075","winner":true,"level":"gold","shared":false,"tieBreak":"node:D4"},{"code":"health","rank":2,"value":"3.21","exact":"3.2075","winner":true,"level":"second","shared":false,"tieBreak":"node:D4"}],"ranking":[{"code":"trade","rank":1,"value":"3.21","exact":"3.2075","winner":true,"level":"gold","shared":false,"tieBreak":"node:D4"},{"code":"health","rank":2,"value":"3.21","exact":"3.2075","winner":true,"level":"second","shared":false,"tieBreak":"node:D4"}],"refusals":[{"code":"kota-a","reasons":["no-publication-consent"],"text":"not eligible: no publication consent"},{"code":"kota-b","reasons":["open-objection","other-instrument","no-predicate","no-index"],"text":"not eligible: an objection is open, result of another instrument, no predicate, no index"}]},{"category":"mixed","winners":[],"ranking":[],"refusals":[{"code":"health","reasons":["won-earlier"],"text":"not eligible: won an earlier category"},{"code":"kota-a","reasons":["no-publication-consent","no-jury-scores"],"text":"not eligible: no publication consent, no jury points"},{"code":"kota-b","reasons":["other-instrument","no-index","no-jury-scores"],"text":"not eligible: result of another instrument, no index, no jury points"},{"code":"trade","reasons":["no-jury-scores","won-earlier"],"text":"not eligible: no jury points, won an earlier category"}]}]}]}""" + "\n",
            output);
        Assert.Equal(output, (await RankAsync(Candidates)).Output);
        Assert.Equal(output, (await RankAsync(Candidates.Replace("\"sentBy\":\"a script\"", "\"sentBy\":[1,{\"x\":null}]", StringComparison.Ordinal))).Output);
        Assert.Equal(output, (await RankAsync(Reversed())).Output);
    }

    [Theory]
    [InlineData("\"consented\":true,\"predicate\":\"good\",\"index\":\"3.2075\"", "\"predicate\":\"good\",\"index\":\"3.2075\"", "2:3: The key 'consented' is missing.")]
    [InlineData("\"consented\":true", "\"consented\":\"yes\"", "2:51: 'consented' must be true or false, not a text (yes).")]
    [InlineData("\"code\":\"health\"", "\"code\":\"trade\"", "4:3: The code 'trade' is used twice.")]
    [InlineData("\"code\":\"health\"", "\"code\":\"he alth\"", "2:3: 'he alth' can't be a code.")]
    [InlineData("\"predicate\":\"good\"", "\"predicate\":\"Baik\"", "2:68: There is no predicate 'Baik'.")]
    [InlineData("\"predicate\":\"good\"", "\"predikate\":\"good\"", "2:56: The key 'predikate' is unknown here. Did you mean 'predicate'?")]
    [InlineData("\"index\":\"3.2075\"", "\"index\":\"3,2075\"", "2:83: The value of 'index' is no number.")]
    [InlineData("\"index\":\"3.2075\"", "\"index\":\"1001\"", "2:3: 1001 is out of range.")]
    [InlineData("\"novelty\":8", "\"novelty\":11", "3:11: The score 11 of juror 'ani' for 'novelty' is out of range. Scores go from 0 to 10.")]
    [InlineData("\"novelty\":8,", "", "3:11: The juror 'ani' has no score for 'novelty'.")]
    [InlineData("\"juror\":\"budi\"", "\"juror\":\"ani\"", "3:11: The juror 'ani' stands twice for this candidate.")]
    [InlineData("\"scores\":{\"novelty\":8,\"impact\":9},", "", "3:12: The key 'scores' is missing.")]
    [InlineData("\"candidates\"", "\"candidate\"", "1:1: The key 'candidates' is missing.")]
    [InlineData("]},\n  {\"code\":\"trade\"", "]}\n  {\"code\":\"trade\"", "4:3: This is not valid JSON.")]
    public async Task Rank_BadCandidates_ExitsWith2AndPointsAtTheFault(string find, string replacement, string message)
    {
        Assert.Contains(find, Candidates, StringComparison.Ordinal);
        var at = Candidates.IndexOf(find, StringComparison.Ordinal);
        var (exitCode, output, error) = await RankAsync(Candidates[..at] + replacement + Candidates[(at + find.Length)..]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.All(error.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"candidates\.json:\d+:\d+: ", line));
        Assert.Contains($"candidates.json:{message}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"candidates\":3}")]
    [InlineData("{\"candidates\":[3]}")]
    [InlineData("{\"candidates\":[{\"code\":\"a\\ud800\"}]}")]
    public async Task Rank_NotACandidatesFile_ExitsWith2(string content)
    {
        var (exitCode, output, error) = await RankAsync(content);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Rank_FaultyAwards_ExitsWith2AndNamesThePlace()
    {
        using var sample = new SampleAwards();
        sample.Replace("winners: 2", "winners: 0");

        var (exitCode, output, error) = await RunAsync("award", "rank", sample.Awards, "/nowhere.json");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith($"{sample.Awards}:22:18: 0 is out of range.", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("award")]
    [InlineData("award", "rank", "one")]
    [InlineData("award", "rank", "/nowhere.yaml", "/nowhere.json")]
    [InlineData("award", "explain", "/nowhere.yaml", "--language", "xx")]
    public async Task CommandLine_Wrong_ExitsWith2AndPrintsNoResult(params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.NotEqual("", error);
    }

    [Fact]
    public async Task Rank_OneAwardOfAFile_LeavesTheOthersOut()
    {
        using var sample = new SampleAwards();
        sample.Write("candidates.json", "{\"candidates\":[]}");
        var indonesia = Path.Combine(RepositoryFiles.Tenant("indonesia"), "awards.yaml");

        var one = await RunAsync("award", "rank", indonesia, sample.PathOf("candidates.json"), "--award", "digital-government-2024");
        var unknown = await RunAsync("award", "rank", indonesia, sample.PathOf("candidates.json"), "--award", "nothing");

        Assert.StartsWith("""{"awards":[{"award":"digital-government-2024",""", one.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("2023", one.Output, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("Give one of: digital-government-2023, digital-government-2024.", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "  best: Best of all\n    Open to: ministry, city.\n", "    Prizes: gold (1), Second (1).\n")]
    [InlineData("fr", "  best: Le meilleur\n    Ouverte à : ministry, city.\n", "    Prix : or (1), Deuxième (1).\n")]
    [InlineData("id", "  best: Best of all\n    Terbuka bagi: ministry, city.\n", "    Nilai persis yang sama diputuskan menurut, secara berurutan: indeks D4, kenaikan indeks")]
    [InlineData("ar", "    مفتوحة لـ: ministry، city.\n", "    يجب ألا يقل مؤشرها عن 2٫60.\n")]
    public async Task Explain_Rules_SaysThemInTheLanguage(string language, params string[] parts)
    {
        using var sample = new SampleAwards();

        var (exitCode, output, error) = await RunAsync("award", "explain", sample.Awards, "--language", language);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.All(parts, part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    private static string Reversed()
    {
        var candidates = System.Text.Json.Nodes.JsonNode.Parse(Candidates)!["candidates"]!.AsArray();
        return new System.Text.Json.Nodes.JsonObject { ["candidates"] = new System.Text.Json.Nodes.JsonArray([.. candidates.Reverse().Select(c => c!.DeepClone())]) }.ToJsonString();
    }

    private static async Task<(int ExitCode, string Output, string Error)> RankAsync(string json)
    {
        using var sample = new SampleAwards();
        sample.Write("candidates.json", json);
        return await RunAsync("award", "rank", sample.Awards, sample.PathOf("candidates.json"));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exitCode = await DgccCommandLine.RunAsync(args, output, error, ct: TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
