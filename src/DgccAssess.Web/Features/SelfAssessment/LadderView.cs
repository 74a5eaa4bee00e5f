using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Ratings;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>The levels of an indicator with their criteria, the highest supported one marked.</summary>
public sealed record LadderView(IReadOnlyList<Rung> Rungs, InstrumentTexts Texts, bool CanEdit)
{
    public static LadderView Of(AnswerSheet sheet, InstrumentTexts texts, IReadOnlyList<string> met, bool canEdit)
    {
        var ticked = met.ToHashSet(StringComparer.Ordinal);
        var support = CumulativeLevel.Supported(sheet.Node.Indicator!, sheet.Scale, ticked);
        var criteria = sheet.Node.Indicator!.Levels.ToDictionary(l => l.Level, l => l.Criteria);
        return new LadderView([.. sheet.Scale.Levels.Select(ToRung)], texts, canEdit);

        Rung ToRung(int level) => new(
            level,
            texts.LevelName(sheet.Scale.Code, level),
            texts.LevelMeaning(sheet.Scale.Code, level),
            StateOf(support, level),
            [.. criteria.GetValueOrDefault(level, []).Select(c => new Criterion(c, texts.Criterion(c), ticked.Contains(c)))]);
    }

    private static string StateOf(LevelSupport support, int level)
    {
        if (support.Level == level) return "supported";
        if (support.Level > level) return "met";
        return support.NextLevel == level ? "next" : "open";
    }
}

/// <param name="Level">Its value on the scale.</param>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What the level means.</param>
/// <param name="State">met, supported (the highest met), next or open: what the style sheet shows.</param>
/// <param name="Criteria">What must hold.</param>
public sealed record Rung(int Level, string Name, string Meaning, string State, IReadOnlyList<Criterion> Criteria);

public sealed record Criterion(string Code, string Text, bool IsMet)
{
    public string ElementId => "c-" + Code.Replace('.', '-');
}
