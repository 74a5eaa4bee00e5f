namespace DgccAssess.Core.Storage;

public static class EvidenceFiles
{
    /// <summary>Largest evidence file, in bytes (20 MB).</summary>
    public const long MaxBytes = 20L * 1024 * 1024;
}
