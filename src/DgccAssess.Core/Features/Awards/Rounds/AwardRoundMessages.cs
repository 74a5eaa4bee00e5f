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
    public const string NominationsClosed = "Awards.NominationsClosed";
    public const string NominationsOpen = "Awards.NominationsOpen";
    public const string NominateFirst = "Awards.NominateFirst";
    public const string StatementMissing = "Awards.StatementMissing";
    public const string NominationUnseated = "Awards.NominationUnseated";
    public const string GroupUnknown = "Awards.GroupUnknown";
    public const string JurorUnknown = "Awards.JurorUnknown";
    public const string ScoresClosed = "Awards.ScoresClosed";
    public const string ScoresMissing = "Awards.ScoresMissing";
    public const string Recused = "Awards.Recused";
    public const string PointsRange = "Awards.PointsRange";
    public const string WindowOver = "Awards.WindowOver";
    public const string ObjectionOpen = "Awards.ObjectionOpen";
    public const string ObjectionAnswered = "Awards.ObjectionAnswered";
    public const string VerdictMissing = "Awards.VerdictMissing";
    public const string AnswerMissing = "Awards.AnswerMissing";
    public const string WindowOpen = "Awards.WindowOpen";
}
