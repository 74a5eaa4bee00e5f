using System.Globalization;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>Names and figures of the EGDI as people read them.</summary>
public static class EgdiView
{
    private const int PartDecimals = 4;

    /// <summary>In English as the edition writes it.</summary>
    public static string NameOf(EgdiCountry country) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? country.Name : NameOf(country.Code);

    public static string NameOf(string code) => CountryNames.In(code, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public static string Fixed(this EgdiEdition edition, decimal value) => Figures.Fixed(value, edition.Decimals);

    public static string WithSign(this EgdiEdition edition, decimal value) => WithSign(value, edition.Decimals);

    /// <summary>Of a change between editions with different decimals, and of a third of a component's.</summary>
    public static string Part(decimal value) => WithSign(Math.Round(value, PartDecimals, MidpointRounding.AwayFromZero), PartDecimals);

    /// <summary>The minus is a plain one: that of Arabic carries a mark which would set it behind the figure where that stands apart.</summary>
    public static string WithSign(decimal value, int decimals)
    {
        var digits = "0." + new string('0', decimals);
        return value.ToString($"+{digits};-{digits};{digits}", CultureInfo.CurrentCulture);
    }

    /// <summary>+3, -2, 0: ranks gained.</summary>
    public static string Ranks(int gained) => gained.ToString("+0;-0;0", CultureInfo.CurrentCulture);

    public static string Year(int edition) => edition.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a link or a form says of the others.</summary>
    public static string Word(EgdiOthers others) => others is EgdiOthers.Moving ? "moving" : "frozen";
}
