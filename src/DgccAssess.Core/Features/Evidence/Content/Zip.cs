using System.Buffers.Binary;
using System.IO.Compression;

namespace DgccAssess.Core.Features.Evidence.Content;

internal static class Zip
{
    public const int EndRecordBytes = 22;

    private const int MaxEntries = 10_000;
    private const long MaxUnpackedBytes = 1024L * 1024 * 1024;

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

    /// <summary>Declared sizes only: nothing is unpacked to find out that it is a bomb.</summary>
    public static bool IsReasonable(ZipArchive zip) =>
        zip.Entries.Count <= MaxEntries && zip.Entries.Sum(e => e.Length) <= MaxUnpackedBytes && zip.Entries.All(e => HasPlainName(e.FullName))
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

    private static bool HasPlainName(string name) =>
        name.Length > 0 && name[0] is not ('/' or '\\') && !name.Contains(':', StringComparison.Ordinal)
        && !name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
