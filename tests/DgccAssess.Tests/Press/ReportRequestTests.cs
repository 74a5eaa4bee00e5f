using System.Text.Json;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.TestCommon.Press;

namespace DgccAssess.Tests.Press;

public sealed class ReportRequestTests
{
    [Fact]
    public void Request_WritesFiguresAsTextAndNamesAsThePressKnowsThem()
    {
        using var json = JsonDocument.Parse(new ReportRequest(SampleReport.Create("id"), ReportVariant.Archive).ToPressRequest().Json);
        var document = json.RootElement.GetProperty("document");

        Assert.Equal("agency-report", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal("a2a", json.RootElement.GetProperty("variant").GetString());
        Assert.Equal("2.9475", document.GetProperty("index").GetProperty("exact").GetString());
        Assert.Equal("2.95", document.GetProperty("index").GetProperty("published").GetString());
        Assert.Equal("2021-12-20", document.GetProperty("publishedOn").GetString());
        Assert.Equal("evaluation", document.GetProperty("round").GetProperty("cycle").GetString());
        Assert.Equal(["self", "document", "interview", "final"], document.GetProperty("round").GetProperty("stages").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal("strength", document.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("kind").GetString() != "note").GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("en", "Baik")]
    public void Sample_HasThePublishedFigures(string locale, string predicate)
    {
        var english = SampleReport.Create(locale);
        Assert.Equal(2.95m, english.Index.Published);
        Assert.Equal([3.00m, 3.00m, 1.00m, 3.61m], english.Nodes.Where(n => n.Depth == 0).Select(n => n.Published));
        Assert.Equal(predicate, SampleReport.Create("id").Predicate.Name);
        Assert.Equal(47, english.Indicators.Count);
    }
}
