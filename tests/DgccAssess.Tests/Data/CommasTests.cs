using System.Globalization;
using DgccAssess.Core.Data;

namespace DgccAssess.Tests.Data;

public sealed class CommasTests
{
    [Theory]
    [InlineData("en", "3 March 2026, 09:05")]
    [InlineData("fr", "3 mars 2026, 09:05")]
    [InlineData("ar-TN", "3 مارس 2026\u060C 09:05")]
    public void DateAndTime_HasTheCommaOfItsLanguage(string language, string expected) =>
        Assert.Equal(expected, Commas.DateAndTime(new DateTime(2026, 3, 3, 9, 5, 0, DateTimeKind.Unspecified), CultureInfo.GetCultureInfo(language)));
}
