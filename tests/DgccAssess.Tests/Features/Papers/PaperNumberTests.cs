using DgccAssess.Core.Features.Papers;

namespace DgccAssess.Tests.Features.Papers;

public sealed class PaperNumberTests
{
    private static readonly PaperNumber Number = new("ID", 2026, 123);

    [Theory]
    [InlineData("ID-2026-000123-8")]
    [InlineData("id 2026 000123 8")]
    [InlineData("  ID–2026–000123–8 ")]
    [InlineData("20260001238")]
    [InlineData("٢٠٢٦-٠٠٠١٢٣-٨")]
    public void Number_AsPeopleTypeIt_IsFound(string typed) => Assert.Equal(Number, PaperNumber.Parse(typed, "ID"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ID-2026-000123")]
    [InlineData("ID-2026-000123-4")]
    [InlineData("TN-2026-000123-8")]
    [InlineData("ID-2026-0001x23-5")]
    [InlineData("ID-2026-99999999999999999999-1")]
    public void Number_OfAnotherShape_IsNone(string? typed) => Assert.Null(PaperNumber.Parse(typed, "ID"));

    [Fact]
    public void Number_WithOneWrongDigitOrTwoNeighboursSwapped_IsNone()
    {
        foreach (var number in Enumerable.Range(1, 400).Select(n => new PaperNumber("ID", 2026, n * 2477 % 1_000_000)))
        {
            var digits = number.ToString()["ID-".Length..].Replace("-", "", StringComparison.Ordinal);
            Assert.Equal(number, PaperNumber.Parse(digits, "ID"));
            for (var i = 0; i < digits.Length; i++)
            {
                for (var d = '0'; d <= '9'; d++)
                {
                    if (d != digits[i]) Assert.Null(PaperNumber.Parse($"{digits[..i]}{d}{digits[(i + 1)..]}", "ID"));
                }

                if (i > 0 && digits[i] != digits[i - 1]) Assert.Null(PaperNumber.Parse($"{digits[..(i - 1)]}{digits[i]}{digits[i - 1]}{digits[(i + 1)..]}", "ID"));
            }
        }
    }
}
