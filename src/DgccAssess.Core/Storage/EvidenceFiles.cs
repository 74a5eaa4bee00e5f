namespace DgccAssess.Core.Storage;

public static class EvidenceFiles
{
    /// <summary>Largest evidence file, in bytes (20 MB).</summary>
    public const long MaxBytes = 20L * 1024 * 1024;

    public const int MaxMegabytes = (int)(MaxBytes / (1024 * 1024));

    /// <summary>Most files and links one answer can have at a time.</summary>
    public const int MaxItems = 30;
}
