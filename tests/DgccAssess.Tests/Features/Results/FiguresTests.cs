using System.Globalization;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Tests.Features.Results;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("en", "+0.50")]
    [InlineData("ar", "\u061c+0\u066b50")]
    [InlineData("ar-TN", "\u200e+0,50")]
    public void WithSign_Gain_HasItsSignWhereALossHasIt(string culture, string gain)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(gain, Figures.WithSign(.5m, 2));
        Assert.Equal(gain.Replace('+', '-'), Figures.WithSign(-.5m, 2));
    }
}
