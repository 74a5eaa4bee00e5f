using DgccAssess.Cli;

namespace DgccAssess.Tests.Features.Disclosure;

public sealed class DiscloseCommandTests
{
    private const string Table = """
        {"rows":["ministry","city","regency"],"columns":["low","fair","good"],
         "counts":[[3,19,30],[20,26,60],[70,80,90]],
         "threshold":5}
        """;

    [Fact]
    public async Task Table_PrintsWhatMayBePublished()
    {
        var (code, output, error) = await RunAsync(Table);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("""{"counts":[[null,null,30],[null,null,60],[70,80,90]],"rowTotals":[52,106,240],"columnTotals":[93,125,180],"total":398}""" + "\n", output);
    }

    [Fact]
    public async Task Tables_AndOneBeside_ArePrintedTogetherWithTheirNames()
    {
        var (code, output, _) = await RunAsync("""
            {"name":"all","rows":["a","b"],"columns":["x","y"],"counts":[[10,20],[30,40]],
             "tables":[{"name":"verified","subsetOf":"all","rows":["a","b"],"columns":["x","y"],"counts":[[10,20],[23,38]]}]}
            """);

        Assert.Equal(0, code);
        // Two of b and y were not verified: neither table may give both.
        Assert.Equal("""{"tables":[{"name":"all","counts":[[10,20],[30,40]],"rowTotals":[30,70],"columnTotals":[40,60],"total":100},{"name":"verified","counts":[[10,20],[null,null]],"rowTotals":[30,61],"columnTotals":[null,null],"total":91}]}""" + "\n", output);
    }

    [Fact]
    public async Task Previous_WhatWasHidden_StaysHidden()
    {
        const string Earlier = """{"counts":[[null,19,null],[null,26,null],[70,80,90]],"rowTotals":[52,106,240],"columnTotals":[93,125,180],"total":398}""";
        var (code, output, _) = await RunAsync(Table.Replace("\"threshold\":5", $"\"threshold\":5,\"previous\":[{Earlier}]", StringComparison.Ordinal));

        Assert.Equal((0, Earlier + "\n"), (code, output));
    }

    [Fact]
    public async Task Previous_ThatGivesTheCountAway_EndsWithOneAndPrintsNothing()
    {
        var (code, output, error) = await RunAsync(Table.Replace(
            "\"threshold\":5", """ "previous":{"counts":[[null,19,30],[20,26,60],[70,80,90]],"rowTotals":[52,106,240],"columnTotals":[93,125,180],"total":398}""", StringComparison.Ordinal));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("row 'ministry', column 'low'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"threshold\":5", "\"threshold\":2", "3:14: The 'threshold' is 2. Write a whole number from 3 to 1000")]
    [InlineData("\"threshold\":5", "\"treshold\":5", "The key 'treshold' is unknown here. Did you mean 'threshold'?")]
    [InlineData("[3,19,30]", "[3,19]", "'counts[0]' has 2 counts for 3 columns.")]
    [InlineData("[3,19,30],", "", "'counts' has 2 lists for 3 rows.")]
    [InlineData("[3,", "[-3,", "2:13: A count of 'counts[0]' must be a whole number of agencies, not a number (-3).")]
    [InlineData("[3,", "[3.5,", "2:13: A count of 'counts[0]' must be a whole number of agencies, not a number (3.5).")]
    [InlineData("[3,", "[1000000001,", "2:13: A count of 'counts[0]' must be")]
    [InlineData("[3,", "[null,", "2:13: A count of 'counts[0]' must be a whole number of agencies, not nothing (null).")]
    [InlineData("\"city\"", "\"ministry\"", "A label stands twice in 'rows'.")]
    [InlineData("\"threshold\":5", "\"threshold\":5,\"rowTotals\":[52,107,240]", "'rowTotals[1]' is 107; the counts add up to 106.")]
    [InlineData("\"threshold\":5", "\"threshold\":5,\"total\":1", "'total' is 1; the counts add up to 398.")]
    [InlineData("\"threshold\":5", "\"subsetOf\":\"all\"", "'subsetOf' names no other table of this file.")]
    [InlineData("\"threshold\":5", "\"tables\":[{\"rows\":[\"a\"],\"columns\":[],\"counts\":[[]]}]", "Table 2: 'columns' is empty.")]
    [InlineData("\"threshold\":5", "\"previous\":{\"counts\":[[1]],\"rowTotals\":[1],\"columnTotals\":[1],\"total\":1}", "another number of rows or columns")]
    [InlineData("\"rows\":[\"ministry\",\"city\",\"regency\"],", "", "The key 'rows' is missing.")]
    [InlineData("]],", "]]", "This is not valid JSON.")]
    public async Task Input_ThatIsWrong_EndsWithTwoAndNamesTheField(string find, string replacement, string message)
    {
        Assert.Contains(find, Table, StringComparison.Ordinal);
        var at = Table.IndexOf(find, StringComparison.Ordinal);
        var (code, output, error) = await RunAsync(Table[..at] + replacement + Table[(at + find.Length)..]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.All(error.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"table\.json:\d+:\d+: ", line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"tables\":[]}")]
    [InlineData("{\"tables\":3}")]
    public async Task NoTable_EndsWithTwo(string content) => Assert.Equal((2, ""), await RunAsync(content) is var (code, output, error) && error.Length > 0 ? (code, output) : default);

    private static async Task<(int Code, string Output, string Error)> RunAsync(string json)
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-disclose-");
        try
        {
            var file = Path.Combine(folder.FullName, "table.json");
            await File.WriteAllTextAsync(file, json);
            using var output = new StringWriter();
            using var error = new StringWriter();
            return (await DgccCommandLine.RunAsync(["disclose", file], output, error), output.ToString(), error.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
