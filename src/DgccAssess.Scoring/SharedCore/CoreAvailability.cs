namespace DgccAssess.Scoring.SharedCore;

/// <summary>Whether a country's figures of one question may stand beside those of others.</summary>
public enum CoreAvailability
{
    Shown,

    /// <summary>The instrument does not measure it.</summary>
    NotMeasured,

    /// <summary>The country keeps it to itself, or its disclosure control hid it.</summary>
    NotShared,

    TooFewAgencies,

    /// <summary>Too small a part of the agencies in the round.</summary>
    TooSmallShare,
}

public static class CoreAvailabilities
{
    public static CoreAvailability Of(CoreMinimums minimums, SharedCoreFigures figures, string question)
    {
        if (figures.Find(question) is not { Kind: not CoreKind.None } found) return CoreAvailability.NotMeasured;
        if (found.Answered is not { } answered || figures.Agencies is not { } agencies || (found.Bands is null && found.Levels.All(level => level is null))) return CoreAvailability.NotShared;
        if (answered < minimums.Agencies) return CoreAvailability.TooFewAgencies;
        return answered < minimums.ShareOfAgencies * agencies ? CoreAvailability.TooSmallShare : CoreAvailability.Shown;
    }

    /// <summary>The questions of a country that may be shown, in the order of the core.</summary>
    public static IReadOnlyList<string> ShownOf(CoreStructure structure, SharedCoreFigures figures) =>
        [.. structure.Questions.Where(question => Of(structure.Minimums, figures, question) is CoreAvailability.Shown)];
}
