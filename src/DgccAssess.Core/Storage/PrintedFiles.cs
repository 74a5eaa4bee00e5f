using System.Globalization;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Storage;

/// <summary>
/// Files printed in a batch for the scope's space: ROOT/space/papers/batch/0001.pdf. Apart from evidence, since they expire: an agency may have attached the
/// very same bytes as evidence, and those stay.
/// </summary>
public sealed class PrintedFiles(SpaceContext context, IOptions<EvidenceStorageOptions> options)
{
    /// <summary>Whole on disk under its name when this ends; a second time replaces it.</summary>
    /// <exception cref="EvidenceStoreException">The disk can't take it.</exception>
    public async Task WriteAsync(Guid batch, int position, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var path = PathOf(batch, position);
        var part = $"{path}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceStoreException("The folder of printed papers can't take a file.", full: false, e);
        }
    }

    /// <exception cref="IOException">It is not there.</exception>
    public Task<byte[]> ReadAsync(Guid batch, int position, CancellationToken ct) => File.ReadAllBytesAsync(PathOf(batch, position), ct);

    /// <summary>None there: nothing happens.</summary>
    public void Delete(Guid batch)
    {
        if (Directory.Exists(FolderOf(batch))) Directory.Delete(FolderOf(batch), recursive: true);
    }

    private string FolderOf(Guid batch) => Path.Combine(Path.GetFullPath(options.Value.Root), context.Space.Id, "papers", batch.ToString("N"));

    private string PathOf(Guid batch, int position) => Path.Combine(FolderOf(batch), position.ToString("D4", CultureInfo.InvariantCulture) + ".pdf");
}
