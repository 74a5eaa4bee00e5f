using DgccAssess.Core.Features.Results.Report;
using DgccAssess.TestCommon.Press;

namespace DgccAssess.Tests.Press;

public sealed class HostileTextTests(PressFixture fixture) : IClassFixture<PressFixture>
{
    public static TheoryData<string> Texts =>
    [
        "family \U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 flag \U0001F1EE\U0001F1E9 heart \u2764\uFE0F tone \U0001F44D\U0001F3FD",
        "controls \0\u0001\u0007\u001B[31m\u007F\u0085\uFFFE\uFFFF\uFEFF",
        new string('w', 20_000),
        "#eval(\"1 + 1\") #import \"/etc/passwd\" #read(\"/etc/passwd\") $x^2$ *bold* _it_ `raw` <label> @ref \\ // /* {{ }} ]",
        "\u202E59.2 xedni\u202C \u2067\u2066\u2066\u202D unbalanced",
        "<script>alert(1)</script> </svg> ]]> &amp; {index} {count}",
        "\uD83D lone surrogate \uDE00 \uE000 private \U000F0000 use \U00012000 cuneiform",
        "Z\u0351\u036F\u0363\u0301\u0300\u0300\u0300\u0300a\u0327\u0328lgo \u0F3C \uFDFA \u2028 \u2029 \u200B\u200D\u00AD",
        "",
        "   \n\n\t\r\n   ",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task AgencyReport_WithHostileTextInEveryField_StillComes(string text)
    {
        await ExpectReportAsync("en", text, ReportVariant.Accessible);
        await ExpectReportAsync("ar-TN", text, ReportVariant.Archive);
    }

    [Theory]
    [InlineData("en", ReportVariant.Archive)]
    [InlineData("ar-TN", ReportVariant.Accessible)]
    public Task AgencyReport_WithAllHostileTextsAtOnce_StillComes(string locale, ReportVariant variant) =>
        ExpectReportAsync(locale, string.Join(" / ", Texts.Select(row => row.Data)), variant);

    [Fact]
    public async Task AgencyReport_WithMarkupInText_PrintsItLiterally()
    {
        var request = new ReportRequest(Spoil(SampleReport.Create(), "#eval(\"6*7\") $x$ *b* {index}"), ReportVariant.Accessible).ToPressRequest();
        var pdf = PdfFile.Read(await fixture.Press.RenderAsync(request, TestContext.Current.CancellationToken));

        Assert.Contains("#eval(\"6*7\")$x$*b*{index}", pdf.Letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AgencyReport_WithDirectionOverride_KeepsTheFiguresTheRightWayRound()
    {
        var request = new ReportRequest(Spoil(SampleReport.Create("ar-TN"), "\u202Eabc 2.95"), ReportVariant.Accessible).ToPressRequest();
        var pdf = PdfFile.Read(await fixture.Press.RenderAsync(request, TestContext.Current.CancellationToken));

        Assert.Contains("abc2.95", pdf.Letters, StringComparison.Ordinal);
        Assert.DoesNotContain("59.2", pdf.Letters, StringComparison.Ordinal);
    }

    private async Task ExpectReportAsync(string locale, string text, ReportVariant variant)
    {
        var request = new ReportRequest(Spoil(SampleReport.Create(locale), text), variant).ToPressRequest();
        var pdf = PdfFile.Read(await fixture.Press.RenderAsync(request, TestContext.Current.CancellationToken));
        Assert.True(pdf.Tagged);
        Assert.Contains(locale is "en" ? "2.95" : "2,95", pdf.Letters, StringComparison.Ordinal);
    }

    internal static ReportDocument Spoil(ReportDocument document, string text) => document with
    {
        Agency = new ReportAgency(text, text),
        Tenant = document.Tenant with { Name = text },
        Round = document.Round with { Name = text },
        Indicators =
        [
            .. document.Indicators.Select((indicator, i) => i > 2 ? indicator : indicator with
            {
                Name = text,
                Explanation = text,
                Subject = text,
                Next = indicator.Next! with { Missing = [new ReportCriterion("x", text), .. indicator.Next.Missing] },
            }),
        ],
    };
}
