using System.Buffers;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Storage;

/// <summary>Files by space and hash: ROOT/space/ab/abcdef... A file appears there by a rename, after its bytes reached the disk.</summary>
public sealed class FileSystemEvidenceStore(
    SpaceContext context, IOptions<EvidenceStorageOptions> options, TimeProvider clock, ILogger<FileSystemEvidenceStore> log) : IEvidenceStore
{
    private const int BufferBytes = 128 * 1024;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(Path.GetFullPath(options.Value.Root), context.Space.Id);

    public async Task<StagedEvidence?> StageAsync(Stream content, long maxBytes, CancellationToken ct)
    {
        var path = Path.Combine(Folder, "incoming", clock.NewId().ToString("N") + ".part");
        try
        {
            (string Hash, long Length)? copied;
            await using (var file = Guarded(() => Create(path)))
            {
                copied = await CopyAsync(content, file, maxBytes, ct);
            }

            if (copied is { } whole) return new Staged(this, path) { Sha256 = whole.Hash, Length = whole.Length };
        }
        catch
        {
            Drop(path);
            throw;
        }

        Drop(path);
        return null;
    }

    public Stream OpenRead(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, useAsync: true);

    public Task DeleteAllAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task<(string Hash, long Length)?> CopyAsync(Stream content, FileStream file, long maxBytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long length = 0;
            while (await content.ReadAsync(buffer, ct) is > 0 and var read)
            {
                length += read;
                if (length > maxBytes) return null;
                hash.AppendData(buffer, 0, read);
                await GuardedAsync(() => file.WriteAsync(buffer.AsMemory(0, read), ct).AsTask());
            }

            Guarded(() => Flush(file));
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private FileStream Create(string path)
    {
        var incoming = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var left in incoming.EnumerateFiles("*.part").Where(f => clock.UtcNow - f.LastWriteTimeUtc > Abandoned)) left.Delete();
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
    }

    private static bool Flush(FileStream file)
    {
        file.Flush(flushToDisk: true);
        return true;
    }

    private string PathOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(Folder, sha256[..2], sha256)
            : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(sha256));

    private void Drop(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(e, "An unfinished evidence file can't be deleted now; it goes when it is a day old: {Path}", path);
        }
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Refusal(e);
        }
    }

    private async Task GuardedAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (IsRefusal(e))
        {
            throw Refusal(e);
        }
    }

    // A write beyond the size the system allows a file (EFBIG) comes as ArgumentOutOfRangeException.
    private static bool IsRefusal(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private EvidenceStoreException Refusal(Exception e)
    {
        log.LogError(e, "The evidence folder can't take a file: {Folder}", Folder);
        return new EvidenceStoreException("The evidence folder can't take a file.", IsDiskFull(e), e);
    }

    // ENOSPC (28), EDQUOT (122), ERROR_DISK_FULL (0x70), ERROR_HANDLE_DISK_FULL (0x27).
    private static bool IsDiskFull(Exception e) => e.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);

    private sealed class Staged(FileSystemEvidenceStore store, string path) : StagedEvidence
    {
        private bool kept;

        public override Stream OpenRead() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: false);

        public override Task KeepAsync(CancellationToken ct)
        {
            ct.ThrowIfCancellationRequested();
            var target = store.PathOf(Sha256);
            kept = store.Guarded(() =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                // Same hash, same bytes: replacing is harmless and heals a file that was damaged.
                File.Move(path, target, overwrite: true);
                return true;
            });
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            if (!kept) store.Drop(path);
            return ValueTask.CompletedTask;
        }
    }
}
