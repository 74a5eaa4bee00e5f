namespace DgccAssess.Core.Features.National;

public static class NationalMessages
{
    public const string NothingPublished = "National.NothingPublished";
    public const string Incomplete = "National.Incomplete";
    public const string EmbargoTooLong = "National.EmbargoTooLong";
    public const string ReasonMissing = "National.ReasonMissing";
}
