using DgccAssess.Core.Audit;

namespace DgccAssess.Core.Features.Papers.Templates;

public static class TemplateMessages
{
    public const string LogoTooLarge = "Papers.LogoTooLarge";
    public const string LogoTooManyPixels = "Papers.LogoTooManyPixels";
    public const string LogoNoPicture = "Papers.LogoNoPicture";
    public const string LogoUnprintable = "Papers.LogoUnprintable";
    public const string LogoAgain = "Papers.LogoAgain";
    public const string PressAway = "Papers.PressAway";
    public const string LogoAltMissing = "Papers.LogoAltMissing";
    public const string SignerMissing = "Papers.SignerMissing";
    public const string SectionsWrong = "Papers.SectionsWrong";
    public const string SectionLocked = "Papers.SectionLocked";
    public const string PlaceWrong = "Papers.PlaceWrong";
}

/// <param name="Kind">Of the papers.</param>
/// <param name="Number">Of the version that is in force from now on.</param>
/// <param name="Changed">Which parts differ from the version before; the versions themselves keep what they said.</param>
public sealed record PaperTemplateChanged(string Kind, int Number, IReadOnlyList<string> Changed) : AuditFact("paper-templates");

public sealed record PaperTemplateLeft(string Kind, int Number) : AuditFact("paper-templates");
