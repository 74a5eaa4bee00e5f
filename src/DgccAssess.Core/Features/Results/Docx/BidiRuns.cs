using System.Text;
using System.Xml;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>Cuts a text into runs of one direction each. Word knows no isolates (U+2066 to U+2069): it turns a run as the run says, so the isolates that the
/// press sets become runs and go. Within them letters decide, a figure follows the letters before it, and what lies between follows both sides.</summary>
internal static class BidiRuns
{
    private const int LeftIsolate = 0x2066;
    private const int RightIsolate = 0x2067;
    private const int FirstStrongIsolate = 0x2068;
    private const int EndIsolate = 0x2069;

    private static readonly Rune Replacement = new(0xFFFD);

    private enum Turn
    {
        Left,
        Right,
        Neutral,
    }

    public static IReadOnlyList<(string Text, bool Right)> Of(string text, bool rightToLeft)
    {
        var levels = new Stack<bool>([rightToLeft]);
        var (runs, level) = (new List<(StringBuilder Text, bool Right)>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < LeftIsolate or > EndIsolate)
            {
                level.Append(Allowed(rune));
                continue;
            }

            Close(runs, level, levels.Peek());
            if (rune.Value != EndIsolate) levels.Push(rune.Value == FirstStrongIsolate ? levels.Peek() : rune.Value == RightIsolate);
            else if (levels.Count > 1) levels.Pop();
        }

        Close(runs, level, levels.Peek());
        return [.. runs.Select(run => (run.Text.ToString(), run.Right))];
    }

    private static void Close(List<(StringBuilder Text, bool Right)> runs, StringBuilder level, bool rightToLeft)
    {
        List<Rune> runes = [.. level.ToString().EnumerateRunes()];
        level.Clear();
        var turns = TurnsOf(runes);
        for (var i = 0; i < runes.Count; i++)
        {
            var right = IsRight(turns, i, rightToLeft);
            if (runs.Count == 0 || runs[^1].Right != right) runs.Add((new StringBuilder(), right));
            runs[^1].Text.Append(runes[i]);
        }
    }

    private static Turn[] TurnsOf(List<Rune> runes)
    {
        var (turns, last) = (new Turn[runes.Count], Turn.Neutral);
        for (var i = 0; i < runes.Count; i++)
        {
            turns[i] = IsRightLetter(runes[i]) ? Turn.Right : Rune.IsLetter(runes[i]) ? Turn.Left : Rune.IsDigit(runes[i]) ? last : Turn.Neutral;
            if (turns[i] is not Turn.Neutral) last = turns[i];
        }

        return turns;
    }

    private static bool IsRight(Turn[] turns, int at, bool rightToLeft)
    {
        if (turns[at] is not Turn.Neutral) return turns[at] is Turn.Right;
        var before = turns.Take(at).LastOrDefault(t => t is not Turn.Neutral, Turn.Neutral);
        var after = turns.Skip(at).FirstOrDefault(t => t is not Turn.Neutral, Turn.Neutral);
        return before == after && before is not Turn.Neutral ? before is Turn.Right : rightToLeft;
    }

    /// <summary>Hebrew, Arabic and their neighbours, and their forms for presentation.</summary>
    private static bool IsRightLetter(Rune rune) => Rune.IsLetter(rune) && rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE);

    private static Rune Allowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value) ? rune : Replacement;
}
