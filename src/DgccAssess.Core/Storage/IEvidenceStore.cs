namespace DgccAssess.Core.Storage;

/// <summary>Where evidence files of the scope's space are kept: the file system here, object storage in larger installations.</summary>
public interface IEvidenceStore
{
    /// <summary>Receives content beside the kept files, hashing as it comes. Null when there are more than <paramref name="maxBytes"/>; nothing is left then.</summary>
    /// <exception cref="EvidenceStoreException">The store can't take it.</exception>
    Task<StagedEvidence?> StageAsync(Stream content, long maxBytes, CancellationToken ct);

    /// <summary>A seekable stream of a kept file.</summary>
    /// <exception cref="FileNotFoundException">There is none under this hash.</exception>
    Stream OpenRead(string sha256);

    /// <summary>Deletes every file of the space, for good. None there: nothing happens.</summary>
    Task DeleteAllAsync(CancellationToken ct);
}

/// <summary>A file received whole but not kept yet; disposing it without <see cref="KeepAsync"/> leaves nothing behind.</summary>
public abstract class StagedEvidence : IAsyncDisposable
{
    public required string Sha256 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    public abstract Stream OpenRead();

    /// <summary>Makes it a kept file: afterwards it is on disk, whole, under its hash.</summary>
    public abstract Task KeepAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The store can't take a file now: disk full or folder not writable. The person can only try again later; the operator reads the log.</summary>
public sealed class EvidenceStoreException(string message, bool full, Exception cause) : IOException(message, cause)
{
    /// <summary>No space is left, as opposed to no access.</summary>
    public bool IsFull { get; } = full;
}
