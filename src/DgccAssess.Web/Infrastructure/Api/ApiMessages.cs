namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>Message keys of the API itself; their words are in ApiWords.</summary>
public static class ApiMessages
{
    public const string UnknownParameter = "Api.UnknownParameter";
    public const string RepeatedParameter = "Api.RepeatedParameter";
    public const string LimitOutOfRange = "Api.LimitOutOfRange";
    public const string UnknownSort = "Api.UnknownSort";
    public const string ForeignCursor = "Api.ForeignCursor";
    public const string TooLong = "Api.TooLong";
    public const string NotAChoice = "Api.NotAChoice";
    public const string NoInstant = "Api.NoInstant";
    public const string BodyUnreadable = "Api.BodyUnreadable";
    public const string IfMatchMissing = "Api.IfMatchMissing";
    public const string IfMatchInvalid = "Api.IfMatchInvalid";
    public const string KeyMissing = "Api.KeyMissing";
    public const string KeyInvalid = "Api.KeyInvalid";
    public const string KeyReused = "Api.KeyReused";
    public const string KeyBusy = "Api.KeyBusy";
    public const string AntiforgeryMissing = "Api.AntiforgeryMissing";
}
