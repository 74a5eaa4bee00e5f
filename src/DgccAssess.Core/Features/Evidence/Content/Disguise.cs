using System.Buffers.Binary;

namespace DgccAssess.Core.Features.Evidence.Content;

/// <summary>Files that are two things at once: a picture that is also a page, a document that is also an archive.</summary>
internal static class Disguise
{
    // Where readers look for a PDF header (Adobe's implementation notes) and browsers for markup (WHATWG MIME sniffing reads 1445 bytes).
    private const int HeadBytes = 1445;

    private static readonly byte[][] Markup = [[.. "<html"u8], [.. "<script"u8], [.. "<svg"u8], [.. "<iframe"u8], [.. "<!doctype"u8], [.. "<body"u8], [.. "<?php"u8]];

    public static bool IsIn(FileBytes bytes, EvidenceFormat format)
    {
        var head = bytes.Head(HeadBytes);
        return HasMarkup(head) || (format != EvidenceFormat.Pdf && head.AsSpan().IndexOf("%PDF-"u8) >= 0) || HasArchive(bytes);
    }

    public static bool HasMarkup(byte[] head)
    {
        var lower = Array.ConvertAll(head, b => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b);
        return Markup.Any(m => lower.AsSpan().IndexOf(m) >= 0);
    }

    // A zip is read from its end: its closing record, found there, points at a directory that is really there.
    private static bool HasArchive(FileBytes bytes)
    {
        var tail = bytes.Tail(ushort.MaxValue + Zip.EndRecordBytes);
        for (var rest = tail.AsSpan(); rest.LastIndexOf(Zip.EndRecord) is >= 0 and var at; rest = rest[..at])
        {
            if (tail.Length - at < Zip.EndRecordBytes) continue;
            var directory = bytes.Length - tail.Length + at - BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12, 4));
            if (bytes.IsAt(directory, Zip.DirectoryRecord)) return true;
        }

        return false;
    }
}
