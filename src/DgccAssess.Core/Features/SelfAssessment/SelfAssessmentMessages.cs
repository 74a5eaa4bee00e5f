namespace DgccAssess.Core.Features.SelfAssessment;

public static class SelfAssessmentMessages
{
    public const string HeldByOther = "SelfAssessment.HeldByOther";
    public const string AnalysisTooLong = "SelfAssessment.AnalysisTooLong";
    public const string SubjectTooLong = "SelfAssessment.SubjectTooLong";
    public const string TooManyFacts = "SelfAssessment.TooManyFacts";
    public const string FactTooLong = "SelfAssessment.FactTooLong";
    public const string UnknownCriterion = "SelfAssessment.UnknownCriterion";
    public const string LevelOffScale = "SelfAssessment.LevelOffScale";
    public const string LevelDecimals = "SelfAssessment.LevelDecimals";
    public const string LevelNotNumber = "SelfAssessment.LevelNotNumber";
    public const string LevelMissing = "SelfAssessment.LevelMissing";
    public const string SubjectMissing = "SelfAssessment.SubjectMissing";
    public const string ReasonMissing = "SelfAssessment.ReasonMissing";
    public const string ReasonTooLong = "SelfAssessment.ReasonTooLong";
    public const string CommentMissing = "SelfAssessment.CommentMissing";
    public const string CommentTooLong = "SelfAssessment.CommentTooLong";
    public const string NothingChosen = "SelfAssessment.NothingChosen";
    public const string NobodyChosen = "SelfAssessment.NobodyChosen";
    public const string HolderUnknown = "SelfAssessment.HolderUnknown";
    public const string AnswersChanged = "SelfAssessment.AnswersChanged";
    public const string NotComplete = "SelfAssessment.NotComplete";
    public const string StatementMissing = "SelfAssessment.StatementMissing";
    public const string ConsentMissing = "SelfAssessment.ConsentMissing";
    public const string StatementChanged = "SelfAssessment.StatementChanged";
}
