namespace DgccAssess.Core.Features.Awards.Rounds;

public static class AwardRoundMessages
{
    public const string CodeTaken = "Awards.CodeTaken";
    public const string CodeInvalid = "Awards.CodeInvalid";
    public const string AwardUnknown = "Awards.AwardUnknown";
    public const string RoundUnknown = "Awards.RoundUnknown";
    public const string PreviousIsSame = "Awards.PreviousIsSame";
    public const string OtherInstrument = "Awards.OtherInstrument";
    public const string WrongStage = "Awards.WrongStage";
    public const string DueMissing = "Awards.DueMissing";
    public const string DuePast = "Awards.DuePast";
    public const string CategoryUnknown = "Awards.CategoryUnknown";
    public const string AgencyUnknown = "Awards.AgencyUnknown";
    public const string LevelUnknown = "Awards.LevelUnknown";
    public const string LevelMissing = "Awards.LevelMissing";
    public const string NotWinner = "Awards.NotWinner";
    public const string IsWinner = "Awards.IsWinner";
    public const string ReasonMissing = "Awards.ReasonMissing";
    public const string RankingChanged = "Awards.RankingChanged";
    public const string ObjectionDaysRange = "Awards.ObjectionDaysRange";
    public const string CodeMismatch = "Awards.CodeMismatch";
    public const string ObjectionsOpen = "Awards.ObjectionsOpen";
    public const string WindowOpen = "Awards.WindowOpen";
}
