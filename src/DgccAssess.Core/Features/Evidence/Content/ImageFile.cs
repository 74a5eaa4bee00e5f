namespace DgccAssess.Core.Features.Evidence.Content;

/// <summary>Images are followed from their first to their last block, so that a truncated or forged one is not taken.</summary>
internal static class ImageFile
{
    private const int MaxBlocks = 100_000;

    public static Recognition Recognize(FileBytes bytes)
    {
        if (bytes.StartsWith([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Judge(EvidenceFormat.Png, IsPng(bytes));
        if (bytes.StartsWith([0xFF, 0xD8, 0xFF])) return Judge(EvidenceFormat.Jpeg, IsJpeg(bytes));
        if (bytes.StartsWith("RIFF"u8) && bytes.IsAt(8, "WEBP"u8)) return Judge(EvidenceFormat.WebP, IsWebP(bytes));
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) return Judge(EvidenceFormat.Gif, IsGif(bytes));
        return Recognition.Refused(EvidenceMessages.UnknownType);
    }

    private static Recognition Judge(EvidenceFormat format, bool whole) => whole ? Recognition.As(format) : Recognition.Refused(EvidenceMessages.Damaged);

    private static bool IsPng(FileBytes bytes)
    {
        const int signature = 8, lengthAndType = 8, checksum = 4;
        if (!bytes.IsAt(signature + 4, "IHDR"u8)) return false;
        long at = signature;
        for (var block = 0; block < MaxBlocks && bytes.BigEndian(at) is >= 0 and <= int.MaxValue and var length; block++)
        {
            var next = at + lengthAndType + length + checksum;
            if (bytes.IsAt(at + 4, "IEND"u8)) return next == bytes.Length;
            at = next;
        }

        return false;
    }

    // Cameras append further images after the end marker; the marker itself must be there.
    private static bool IsJpeg(FileBytes bytes)
    {
        long at = 2;
        for (var block = 0; block < MaxBlocks && bytes.At(at, 4) is [0xFF, var marker, var high, var low]; block++)
        {
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD9)) return false;
            at += 2 + (high << 8 | low);
            if (marker == 0xDA) return HasEndMarker(bytes, at);
        }

        return false;
    }

    private static bool HasEndMarker(FileBytes bytes, long at)
    {
        const int window = 64 * 1024;
        for (; at < bytes.Length; at += window - 1)
        {
            if (bytes.At(at, window).AsSpan().IndexOf([(byte)0xFF, (byte)0xD9]) >= 0) return true;
        }

        return false;
    }

    private static bool IsWebP(FileBytes bytes)
    {
        var size = bytes.LittleEndian(4) + 8;
        return size >= 20 && (size == bytes.Length || size + 1 == bytes.Length)
            && (bytes.IsAt(12, "VP8 "u8) || bytes.IsAt(12, "VP8L"u8) || bytes.IsAt(12, "VP8X"u8));
    }

    private static bool IsGif(FileBytes bytes) => bytes.Length >= 14 && bytes.Tail(1) is [0x3B];
}
