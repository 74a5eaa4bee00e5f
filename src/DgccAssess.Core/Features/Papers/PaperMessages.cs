namespace DgccAssess.Core.Features.Papers;

public static class PaperMessages
{
    public const string NumberWrong = "Papers.NumberWrong";
    public const string NumberUnknown = "Papers.NumberUnknown";
    public const string HashMissing = "Papers.HashMissing";
    public const string HashWrong = "Papers.HashWrong";
}
