using DgccAssess.Core.Features.Egdi;
using DgccAssess.Web.Features.Egdi;

namespace DgccAssess.Web.Features.Countries;

public static class CountriesView
{
    private const int ComparedLetters = 16;

    /// <summary>The country in the reader's language; its code where nobody knows a name.</summary>
    /// <param name="alpha2">ISO 3166-1.</param>
    public static string CountryName(string alpha2) => CountryNames.CodeOfAlpha2(alpha2) is { } code ? EgdiView.NameOf(code) : alpha2;

    /// <summary>As much of a fingerprint as people compare at a glance.</summary>
    public static string BeginningOf(string keyId) => keyId[..ComparedLetters];
}
