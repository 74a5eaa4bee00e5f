namespace DgccAssess.Core.Features.Rounds;

public static class RoundMessages
{
    public const string CodeTaken = "Rounds.CodeTaken";
    public const string CodeInvalid = "Rounds.CodeInvalid";
    public const string CodeReserved = "Rounds.CodeReserved";
    public const string AgencyUnknown = "Rounds.AgencyUnknown";
    public const string AgenciesMissing = "Rounds.AgenciesMissing";
    public const string InstrumentUnknown = "Rounds.InstrumentUnknown";
    public const string AssessorNotEligible = "Rounds.AssessorNotEligible";
    public const string ReviewOver = "Rounds.ReviewOver";
    public const string ValueMissing = "Rounds.ValueMissing";
    public const string ValueTwice = "Rounds.ValueTwice";
    public const string ExplanationMissing = "Rounds.ExplanationMissing";
    public const string DraftInstrument = "Rounds.DraftInstrument";
    public const string CodeMismatch = "Rounds.CodeMismatch";
    public const string NoConsent = "Rounds.NoConsent";
    public const string ReasonMissing = "Rounds.ReasonMissing";
    public const string StepsOutOfOrder = "Rounds.StepsOutOfOrder";
    public const string DaysRange = "Rounds.DaysRange";
    public const string NothingChanged = "Rounds.NothingChanged";
}
