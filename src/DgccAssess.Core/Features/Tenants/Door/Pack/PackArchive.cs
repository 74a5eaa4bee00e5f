using System.IO.Compression;
using System.Security.Cryptography;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <param name="Path">In the pack.</param>
/// <param name="Bytes">Uncompressed.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Rows">Of a table.</param>
internal sealed record PackEntry(string Path, long Bytes, string Sha256, long? Rows);

/// <summary>A ZIP written front to back, which notes the hash of everything it takes in.</summary>
internal sealed class PackArchive(Stream target) : IAsyncDisposable
{
    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<PackEntry> entries = [];

    public IReadOnlyList<PackEntry> Entries => entries;

    /// <param name="path">Of the entry.</param>
    /// <param name="write">Writes it; answers the rows of a table.</param>
    /// <param name="packed">It is compressed already.</param>
    public async Task AddAsync(string path, Func<Stream, Task<long?>> write, bool packed = false)
    {
        await using var entry = zip.CreateEntry(path, packed ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
        await using var hashed = new HashedStream(entry);
        var rows = await write(hashed);
        await hashed.FlushAsync();
        entries.Add(new(path, hashed.Written, hashed.Hash(), rows));
    }

    public Task AddAsync(string path, ReadOnlyMemory<byte> content, bool packed = false) => AddAsync(path, async stream =>
    {
        await stream.WriteAsync(content);
        return null;
    }, packed);

    public async ValueTask DisposeAsync() => await zip.DisposeAsync();

    private sealed class HashedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Written;
        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override void Flush() => inner.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            Note(buffer.AsSpan(offset, count));
            inner.Write(buffer, offset, count);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Note(buffer.Span);
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            base.Dispose(disposing);
        }

        private void Note(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            Written += bytes.Length;
        }
    }
}
