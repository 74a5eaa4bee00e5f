using System.Globalization;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>The keys of the core's words; a translator's file uses exactly these.</summary>
public static class CoreKeys
{
    public static readonly IReadOnlyList<string> Bands = ["low", "middle", "high"];

    public static string Meaning(string theme) => $"{theme}.meaning";

    public static string LevelMeaning(string question, int level) => string.Create(CultureInfo.InvariantCulture, $"{question}.{level}.meaning");

    /// <summary>Why the question is asked.</summary>
    public static string Rationale(string question) => $"{question}.rationale";

    public static string KindName(CoreKind kind) => $"kind.{CanonicalText.Word(kind.ToString())}.name";

    public static string KindMeaning(CoreKind kind) => $"kind.{CanonicalText.Word(kind.ToString())}.meaning";

    public static string Band(string band) => $"band.{band}.name";

    /// <summary>Why an instrument answers a question as it does.</summary>
    public static string Note(string instrument, string question) => $"{instrument}.{question}.note";

    /// <summary>Why no question takes an indicator.</summary>
    public static string Reason(string instrument, string indicator) => $"{instrument}.{indicator}.reason";

    internal static IEnumerable<string> Of(CoreStructure structure, IEnumerable<CoreProposal> proposals)
    {
        var levels = Enumerable.Range(1, CoreStructure.Levels).ToList();
        return
        [
            TextKeys.Title,
            .. structure.Themes.Select(t => t.Scale).Distinct(StringComparer.Ordinal).SelectMany(scale => levels.SelectMany(l => new[] { TextKeys.LevelName(scale, l), TextKeys.LevelMeaning(scale, l) })),
            .. Enum.GetValues<CoreKind>().SelectMany(kind => new[] { KindName(kind), KindMeaning(kind) }),
            .. Bands.Select(Band),
            .. structure.Themes.SelectMany(t => new[] { TextKeys.Name(t.Code), Meaning(t.Code) }),
            .. structure.Questions.SelectMany(q => new[] { TextKeys.Name(q), TextKeys.Question(q), Rationale(q) }.Concat(levels.Select(l => LevelMeaning(q, l)))),
            .. proposals.SelectMany(p => p.Mapping.Rows.Select(r => Note(p.Mapping.Instrument, r.Question)).Concat(p.LeftOut.Select(i => Reason(p.Mapping.Instrument, i)))),
        ];
    }
}
