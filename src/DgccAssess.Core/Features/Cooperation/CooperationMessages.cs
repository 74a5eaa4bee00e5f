namespace DgccAssess.Core.Features.Cooperation;

public static class CooperationMessages
{
    public const string CodeInvalid = "Cooperation.CodeInvalid";
    public const string CodeTaken = "Cooperation.CodeTaken";
    public const string CenterTaken = "Cooperation.CenterTaken";
    public const string CenterHasRounds = "Cooperation.CenterHasRounds";
    public const string TooManyCenters = "Cooperation.TooManyCenters";
    public const string LanguagesInvalid = "Cooperation.LanguagesInvalid";
    public const string EnglishMissing = "Cooperation.EnglishMissing";
    public const string NamesTooLong = "Cooperation.NamesTooLong";
    public const string DateInvalid = "Cooperation.DateInvalid";
    public const string EndsBeforeStart = "Cooperation.EndsBeforeStart";
    public const string FollowsUnknown = "Cooperation.FollowsUnknown";
    public const string FollowsItself = "Cooperation.FollowsItself";
    public const string IsFollowed = "Cooperation.IsFollowed";
    public const string PeriodsInvalid = "Cooperation.PeriodsInvalid";
    public const string YearsInvalid = "Cooperation.YearsInvalid";
    public const string AmountInvalid = "Cooperation.AmountInvalid";
    public const string CurrencyUnknown = "Cooperation.CurrencyUnknown";
    public const string UrlInvalid = "Cooperation.UrlInvalid";
    public const string EditionUnknown = "Cooperation.EditionUnknown";
    public const string YearOutOfRange = "Cooperation.YearOutOfRange";
    public const string BaselineOfEgdi = "Cooperation.BaselineOfEgdi";
    public const string BaselineInvalid = "Cooperation.BaselineInvalid";
    public const string ChoiceInvalid = "Cooperation.ChoiceInvalid";
    public const string TooManyParts = "Cooperation.TooManyParts";
}
