namespace DgccAssess.Core.Features.Evidence;

public static class EvidenceMessages
{
    public const string NoFile = "Evidence.NoFile";
    public const string Empty = "Evidence.Empty";
    public const string TooLarge = "Evidence.TooLarge";
    public const string TooLargeTogether = "Evidence.TooLargeTogether";
    public const string UnknownType = "Evidence.UnknownType";
    public const string OldOffice = "Evidence.OldOffice";
    public const string Damaged = "Evidence.Damaged";
    public const string Disguised = "Evidence.Disguised";
    public const string Bomb = "Evidence.Bomb";
    public const string TooManyPixels = "Evidence.TooManyPixels";
    public const string TooOften = "Evidence.TooOften";
    public const string Macros = "Evidence.Macros";
    public const string TooMany = "Evidence.TooMany";
    public const string FormUsed = "Evidence.FormUsed";
    public const string FormIncomplete = "Evidence.FormIncomplete";
    public const string StoreFull = "Evidence.StoreFull";
    public const string StoreFailed = "Evidence.StoreFailed";
    public const string LinkMissing = "Evidence.LinkMissing";
    public const string LinkInvalid = "Evidence.LinkInvalid";
    public const string LinkTooLong = "Evidence.LinkTooLong";
    public const string TitleTooLong = "Evidence.TitleTooLong";
}
