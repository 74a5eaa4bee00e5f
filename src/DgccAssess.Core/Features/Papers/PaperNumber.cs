using System.Globalization;
using System.Text;

namespace DgccAssess.Core.Features.Papers;

/// <summary>
/// What a paper is called by: ID-2026-000123-7. Prefix of the space, year, count within the year, and a check digit after Damm over year and count, which no single
/// wrong digit and no swap of two neighbours leaves right. All digits, so that it can be said and typed in any language.
/// </summary>
public readonly record struct PaperNumber(string Prefix, int Year, int Sequence)
{
    public const int MaxLength = 32;
    private const int YearDigits = 4;
    private const int SequenceDigits = 6;

    // A totally antisymmetric quasigroup of order 10 (H. M. Damm, 2004).
    private static readonly string[] Damm =
        ["0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"];

    public int CheckDigit => DigitOf(Digits);

    private string Digits => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}{Sequence:D6}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Year:D4}-{Sequence:D6}-{CheckDigit}");

    /// <summary>As people type it: any dashes or spaces, small letters, digits of any script, with or without the prefix.</summary>
    /// <returns>Null where it has another shape or its check digit is wrong.</returns>
    public static PaperNumber? Parse(string? typed, string prefix)
    {
        if (typed is null || typed.Length > 2 * MaxLength) return null;
        var (letters, digits) = (new StringBuilder(), new StringBuilder());
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsDigit(rune)) digits.Append((int)Rune.GetNumericValue(rune));
            else if (Rune.IsLetter(rune) && digits.Length == 0) letters.Append(rune.ToString().ToUpperInvariant());
            else if (Rune.IsLetter(rune)) return null;
        }

        if (letters.Length > 0 && letters.ToString() != prefix) return null;
        var number = digits.ToString();
        if (number.Length < YearDigits + SequenceDigits + 1 || DigitOf(number) != 0) return null;
        return int.TryParse(number.AsSpan(YearDigits, number.Length - YearDigits - 1), CultureInfo.InvariantCulture, out var sequence)
            ? new PaperNumber(prefix, int.Parse(number.AsSpan(0, YearDigits), CultureInfo.InvariantCulture), sequence)
            : null;
    }

    // Over a number with its check digit it is 0.
    private static int DigitOf(string digits) => digits.Aggregate(0, (interim, digit) => Damm[interim][digit - '0'] - '0');
}
