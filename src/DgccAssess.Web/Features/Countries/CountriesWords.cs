namespace DgccAssess.Web.Features.Countries;

/// <summary>Words of what partners share, country by country.</summary>
public sealed class CountriesWords;
