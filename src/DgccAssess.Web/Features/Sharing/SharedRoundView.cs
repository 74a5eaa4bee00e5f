using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Web.Features.Sharing;

/// <summary>A payload in the reader's language. The tenant's preview and the hub's pages show it through this, and nothing beside it.</summary>
public sealed record SharedRoundView(SharedPayload Payload)
{
    public SharedInstrument Instrument => Payload.Instrument;

    public string Country => Name(Payload.Names);

    /// <summary>A hidden figure says that it is hidden; it is never a zero.</summary>
    public static string Count(int? count) => count is { } shown ? shown.ToString("N0", CultureInfo.CurrentCulture) : "…";

    public string Mean(decimal? mean) => mean is { } shown ? Figures.Fixed(shown, Instrument.Decimals) : "…";

    public string Difference(decimal? difference) => difference is { } shown ? Figures.WithSign(shown, Instrument.Decimals) : "…";

    public static string Name(IReadOnlyDictionary<string, string> names) => names.Count == 0 ? "" : new LocalizedText(names).InCurrentLanguage();

    /// <summary>The language a text is really in; null when it is the page's.</summary>
    public static string? LanguageOf(IReadOnlyDictionary<string, string> names)
    {
        var page = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return names.Keys.Any(l => l.Split('-')[0] == page) ? null : names.Keys.FirstOrDefault();
    }

    public static string Share(int? part, int? whole) => part is { } counted && whole is > 0 ? ((decimal)counted / whole.Value).ToString("P0", CultureInfo.CurrentCulture) : "…";
}
