using System.Globalization;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>What is typed for a component: nothing, a change with its sign, or a value.</summary>
/// <param name="Text">As typed; a plus that an address lost is back.</param>
/// <param name="Value">Of the component in the scenario.</param>
/// <param name="Problem">Key of what is wrong; null where nothing is.</param>
public sealed record TypedComponent(string Text, decimal Value, string? Problem)
{
    public const int MaxLength = 20;

    private const int MostDecimals = 6;

    public static TypedComponent Of(string? typed, decimal published)
    {
        var text = Plain(typed);
        if (text.Length == 0) return new("", published, null);
        if (text.Length > MaxLength || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given)) return new(text, published, "Message.ComponentInvalid");
        if (given.Scale > MostDecimals) return new(text, published, "Message.ComponentDecimals");
        var value = text[0] is '+' or '-' ? published + given : given;
        return value is < 0 or > 1 ? new(text, published, "Message.ComponentRange") : new(text, value, null);
    }

    /// <summary>Commas, Arabic digits and the mathematician's minus as programs write them. An address written by hand has "+", which arrives as a space.</summary>
    private static string Plain(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return "";
        var text = string.Concat(typed.Trim().Select(c => c switch
        {
            ',' or '\u066B' => '.',
            '\u2212' => '-',
            _ when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
            _ => c,
        }));
        return typed[0] is ' ' && (char.IsAsciiDigit(text[0]) || text[0] == '.') ? "+" + text : text;
    }
}

/// <summary>A scenario as asked for.</summary>
public sealed record TypedScenario(TypedComponent Osi, TypedComponent Tii, TypedComponent Hci)
{
    public static TypedScenario Of(string? osi, string? tii, string? hci, EgdiComponents published) =>
        new(TypedComponent.Of(osi, published.Osi), TypedComponent.Of(tii, published.Tii), TypedComponent.Of(hci, published.Hci));

    public bool IsAsked => Osi.Text.Length + Tii.Text.Length + Hci.Text.Length > 0;

    public EgdiComponents Components => new(Osi.Value, Tii.Value, Hci.Value);
}
