using System.Text.Json;
using DgccAssess.Cli;

namespace DgccAssess.Tests.Cli;

public sealed class EgdiCommandTests
{
    [Theory]
    [InlineData("+0.05", "0.7431", 63)]
    [InlineData("-0.05", "0.7098", 79)]
    public async Task Change_OfAComponent_GivesIndexAndRankBeforeAndAfter(string osi, string egdi, int rank)
    {
        var (code, output, _) = await RunAsync("--country", "UZB", "--edition", "2022", "--osi", osi);

        using var json = JsonDocument.Parse(output);
        var (before, after) = (json.RootElement.GetProperty("base"), json.RootElement.GetProperty("scenario"));
        Assert.Equal((0, "0.7265", 69, "high"), (code, before.GetProperty("egdi").GetRawText(), before.GetProperty("rank").GetInt32(), before.GetProperty("level").GetString()));
        Assert.Equal((egdi, rank), (after.GetProperty("egdi").GetRawText(), after.GetProperty("rank").GetInt32()));
    }

    [Theory]
    [InlineData("There is no country", "--country", "XXX")]
    [InlineData("There is no edition 2021", "--country", "UZB", "--edition", "2021")]
    [InlineData("outside 0 to 1", "--country", "UZB", "--edition", "2022", "--osi", "+0.5")]
    [InlineData("is no number", "--country", "UZB", "--edition", "2022", "--osi", "much")]
    [InlineData("the first edition", "--country", "UZB", "--edition", "2018", "--others", "moving")]
    [InlineData("This file is missing", "--country", "UZB", "--data", "nowhere.csv")]
    public async Task Input_ThatIsWrong_EndsWithTwoAndALine(string problem, params string[] args)
    {
        var (code, output, error) = await RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(problem, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (await DgccCommandLine.RunAsync(["egdi", .. args], output, error), output.ToString(), error.ToString());
    }
}
