using System.Buffers.Binary;
using System.IO.Compression;

namespace DgccAssess.Core.Features.Evidence.Content;

internal static class Zip
{
    public const int EndRecordBytes = 22;

    private const int DirectoryRecordBytes = 46;

    private const int MaxEntries = 10_000;
    private const long MaxUnpackedBytes = 256L * 1024 * 1024;

    /// <summary>Below this nobody's program is in trouble, however well it was compressed; tables of figures often are.</summary>
    private const long HarmlessBytes = 32L * 1024 * 1024;

    /// <summary>Text packs to a tenth, a sheet of equal cells to a thirtieth.</summary>
    private const int MaxRatio = 100;

    public static ReadOnlySpan<byte> EndRecord => "PK\x05\x06"u8;

    public static ReadOnlySpan<byte> DirectoryRecord => "PK\x01\x02"u8;

    /// <summary>The archive ends where its own closing record says it ends.</summary>
    public static bool EndsWithIt(FileBytes bytes)
    {
        var tail = bytes.Tail(ushort.MaxValue + EndRecordBytes);
        var at = tail.AsSpan().LastIndexOf(EndRecord);
        return at >= 0 && tail.Length - at >= EndRecordBytes
            && at + EndRecordBytes + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20, 2)) == tail.Length;
    }

    /// <summary>
    /// Unpacks to far more than it is: as it says itself; because its entries share the same bytes, so that they say more than there are; or because one says less than comes out of it.
    /// Unpacked no further than it says.
    /// </summary>
    public static bool IsBomb(ZipArchive zip, FileBytes bytes)
    {
        var unpacked = zip.Entries.Sum(e => e.Length);
        return unpacked > MaxUnpackedBytes || (unpacked > HarmlessBytes && unpacked / MaxRatio > bytes.Length)
            || zip.Entries.Sum(e => e.CompressedLength) > bytes.Length || DirectoryOf(bytes).Any(record => SaysTooLittle(bytes, record));
    }

    public static bool IsReasonable(ZipArchive zip) =>
        zip.Entries.Count <= MaxEntries && zip.Entries.All(e => HasPlainName(e.FullName))
        && zip.Entries.Select(e => e.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() == zip.Entries.Count;

    /// <summary>A small entry's text, or null when it is missing or larger than it can rightly be.</summary>
    public static byte[]? Small(ZipArchive zip, string name, int maxBytes)
    {
        if (zip.GetEntry(name) is not { } entry || entry.Length > maxBytes) return null;
        using var content = entry.Open();
        var buffer = new byte[maxBytes + 1];
        var read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read > maxBytes ? null : buffer[..read];
    }

    // The framework hands out no more than an entry says; programs that open the document may take all there is.
    private static bool SaysTooLittle(FileBytes bytes, long record)
    {
        const int packed = 8;
        var directory = bytes.At(record, DirectoryRecordBytes);
        if (BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(10)) is not packed) return false;

        var (says, local) = (BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(24)), BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(42)));
        if (bytes.At(local + 26, 4) is not { Length: 4 } lengths) return true;
        bytes.Stream.Position = local + 30 + BinaryPrimitives.ReadUInt16LittleEndian(lengths) + BinaryPrimitives.ReadUInt16LittleEndian(lengths.AsSpan(2));
        using var content = new DeflateStream(bytes.Stream, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[64 * 1024];
        for (long total = 0; content.Read(buffer) is > 0 and var read;)
        {
            total += read;
            if (total > says) return true;
        }

        return false;
    }

    private static IEnumerable<long> DirectoryOf(FileBytes bytes)
    {
        var tail = bytes.Tail(ushort.MaxValue + EndRecordBytes);
        var end = bytes.Length - tail.Length + tail.AsSpan().LastIndexOf(EndRecord);
        for (var at = bytes.LittleEndian(end + 16); at < end && bytes.IsAt(at, DirectoryRecord) && bytes.At(at, DirectoryRecordBytes) is { Length: DirectoryRecordBytes } record;)
        {
            yield return at;
            at += DirectoryRecordBytes + BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(record.AsSpan(32));
        }
    }

    private static bool HasPlainName(string name) =>
        name.Length > 0 && name[0] is not ('/' or '\\') && !name.Contains(':', StringComparison.Ordinal)
        && !name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
