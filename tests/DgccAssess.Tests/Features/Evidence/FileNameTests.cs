using DgccAssess.Core.Features.Evidence;

namespace DgccAssess.Tests.Features.Evidence;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("decree.pdf", "decree.pdf")]
    [InlineData("Keputusan Menteri 12/2021.PDF", "2021.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData(@"C:\Users\siti\Perpres.pdf", "Perpres.pdf")]
    [InlineData("..", "evidence.pdf")]
    [InlineData("", "evidence.pdf")]
    [InlineData(".pdf", "evidence.pdf")]
    [InlineData("report.exe", "report.exe.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe.pdf")]
    [InlineData("a\0b\r\nc\u200B\uFEFF.pdf", "ab  c.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("a<b>\"c\"|?*:.pdf", "a_b__c_____.pdf")]
    [InlineData("مرسوم.pdf", "مرسوم.pdf")]
    [InlineData("e\u0301tude.pdf", "étude.pdf")]
    [InlineData("trailing. . .pdf", "trailing.pdf")]
    public void Clean_HostileName_IsPlainAndEndsAsItsContent(string given, string expected) =>
        Assert.Equal(expected, EvidenceName.Clean(given, EvidenceFormat.Pdf));

    [Fact]
    public void Clean_LoneSurrogate_IsDropped() => Assert.Equal("ab.pdf", EvidenceName.Clean("a\uD83Db.pdf", EvidenceFormat.Pdf));

    [Fact]
    public void Clean_LongNameOfEmoji_IsCutBetweenWholeCharacters()
    {
        var name = EvidenceName.Clean(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 500)) + ".jpeg", EvidenceFormat.Jpeg);

        Assert.True(name.Length <= EvidenceName.MaxLength);
        Assert.EndsWith("👧.jpeg", name, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name)));
    }
}
