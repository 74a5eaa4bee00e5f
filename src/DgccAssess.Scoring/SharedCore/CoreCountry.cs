namespace DgccAssess.Scoring.SharedCore;

/// <param name="Code">Of the country.</param>
/// <param name="Figures">What it shares of one round.</param>
public sealed record CoreCountry(string Code, SharedCoreFigures Figures);

/// <summary>Whether a country shares enough to stand beside others. Below that only its taking part and its gaps are shown.</summary>
/// <param name="Country">Its code.</param>
/// <param name="Questions">Those that may be shown.</param>
/// <param name="Themes">Themes that have what a theme needs.</param>
/// <param name="Reasons">Why not; empty where it may.</param>
public sealed record CoreStanding(string Country, IReadOnlyList<string> Questions, int Themes, IReadOnlyList<CoreReason> Reasons)
{
    public bool IsEnough => Reasons.Count == 0;

    public static CoreStanding Of(CoreStructure structure, CoreCountry country)
    {
        var (minimums, figures) = (structure.Minimums, country.Figures);
        var shown = CoreAvailabilities.ShownOf(structure, figures);
        var themes = structure.Themes.Count(theme => theme.Questions.Count(shown.Contains) >= minimums.QuestionsOfTheme);
        var reasons = new List<CoreReason>();
        if (figures.Core != structure.Code || figures.CoreVersion != structure.Version) reasons.Add(new(CoreReasonCode.OtherCore, country.Code));
        if (figures.Draft) reasons.Add(new(CoreReasonCode.Draft, country.Code));
        if (shown.Count < minimums.Questions) reasons.Add(new(CoreReasonCode.TooFewQuestions, country.Code, Count: shown.Count));
        if (themes < minimums.Themes) reasons.Add(new(CoreReasonCode.TooFewThemes, country.Code, Count: themes));
        return new CoreStanding(country.Code, shown, themes, reasons);
    }
}
