using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Agreements;

namespace DgccAssess.Core.Features.Sharing;

/// <summary>Limits of an agreement, and what must hold of it: functions of values.</summary>
public static class SharingRules
{
    public const int PurposeLength = 1000;
    public const int SignerLength = 200;
    public const int ReasonLength = 1000;
    public const int FileNameLength = 120;

    /// <summary>Bytes of the signed paper: thirty scanned pages.</summary>
    public const int DocumentBytes = 5 * 1024 * 1024;

    /// <summary>An agreement for longer is made anew.</summary>
    public const int MostYears = 5;

    /// <summary>Without a signed paper nothing beyond participation facts is shared.</summary>
    public static bool NeedsDocument(SharingLevel level) => level >= SharingLevel.National;

    public static IEnumerable<Problem> Check(AgreementTerms terms)
    {
        if (!Enum.IsDefined(terms.Level)) yield return new Problem(nameof(terms.Level), SharingMessages.LevelMissing);
        if (terms.Purpose.Length == 0) yield return new Problem(nameof(terms.Purpose), SharingMessages.PurposeMissing);
        else if (terms.Purpose.Length > PurposeLength) yield return new Problem(nameof(terms.Purpose), Messages.TooLong, PurposeLength);
        if (terms.EndsOn < terms.StartsOn) yield return new Problem(nameof(terms.EndsOn), SharingMessages.EndBeforeStart);
        else if (terms.EndsOn > terms.StartsOn.AddYears(MostYears)) yield return new Problem(nameof(terms.EndsOn), SharingMessages.TooLongPeriod, MostYears);
    }

    /// <summary>Of several agreements that hold on a day, the latest signed decides.</summary>
    public static SharingAgreement? InForce(IEnumerable<SharingAgreement> agreements, DateOnly day) => agreements.Where(a => a.HoldsOn(day)).OrderByDescending(a => a.SignedAt).ThenByDescending(a => a.Number).FirstOrDefault();
}

public static class SharingMessages
{
    public const string LevelMissing = "Sharing.LevelMissing";
    public const string PurposeMissing = "Sharing.PurposeMissing";
    public const string SignerMissing = "Sharing.SignerMissing";
    public const string ReasonMissing = "Sharing.ReasonMissing";
    public const string DateWrong = "Sharing.DateWrong";
    public const string EndBeforeStart = "Sharing.EndBeforeStart";
    public const string EndOver = "Sharing.EndOver";
    public const string TooLongPeriod = "Sharing.TooLongPeriod";
    public const string NotDraft = "Sharing.NotDraft";
    public const string NotSigned = "Sharing.NotSigned";
    public const string DocumentMissing = "Sharing.DocumentMissing";
    public const string DocumentTooLarge = "Sharing.DocumentTooLarge";
    public const string DocumentNoPdf = "Sharing.DocumentNoPdf";
    public const string PreviewChanged = "Sharing.PreviewChanged";
    public const string NotConfirmed = "Sharing.NotConfirmed";
}
