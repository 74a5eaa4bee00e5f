using System.Buffers.Binary;

namespace DgccAssess.Core.Features.Evidence.Content;

/// <summary>How many pixels an image says it has. A few bytes may say more than a browser can hold; whoever opens it loses the page.</summary>
internal sealed record ImageSize(long Width, long Height)
{
    /// <summary>Above what cameras and scanners make: an A0 sheet at 300 dots an inch has 139.</summary>
    public const int MaxMegapixels = 150;

    public const int MaxSide = 30_000;

    private const int MaxBlocks = 100_000;

    public bool IsTooLarge => Math.Max(Width, Height) > MaxSide || Width * Height > MaxMegapixels * 1_000_000L;

    /// <summary>Null for what is no image, or doesn't say.</summary>
    public static ImageSize? Of(EvidenceFormat format, FileBytes bytes) =>
        format == EvidenceFormat.Png ? OfPng(bytes)
        : format == EvidenceFormat.Jpeg ? OfJpeg(bytes)
        : format == EvidenceFormat.WebP ? OfWebP(bytes)
        : format == EvidenceFormat.Gif ? OfGif(bytes)
        : null;

    // PNG (ISO/IEC 15948), 11.2.2: the header's first two numbers.
    private static ImageSize? OfPng(FileBytes bytes) => new(bytes.BigEndian(16), bytes.BigEndian(20));

    // GIF89a, 18: the screen everything is drawn on.
    private static ImageSize? OfGif(FileBytes bytes) => bytes.At(6, 4) is { Length: 4 } screen ? Sized(screen) : null;

    // ITU-T T.81, B.2.2: height and width stand in the frame header, whichever of its kinds.
    private static ImageSize? OfJpeg(FileBytes bytes)
    {
        long at = 2;
        for (var block = 0; block < MaxBlocks && bytes.At(at, 9) is [0xFF, var marker, var high, var low, ..] segment; block++)
        {
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return segment.Length == 9 ? new(BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(7)), BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(5))) : null;
            }

            at += marker == 0xFF ? 1 : 2 + (high << 8 | low);
            if (marker == 0xDA) return null;
        }

        return null;
    }

    // RFC 9649, 2.5 to 2.7: each kind says it in its own place, minus one where it can't be nought.
    private static ImageSize? OfWebP(FileBytes bytes)
    {
        if (bytes.IsAt(12, "VP8X"u8) && bytes.At(24, 6) is { Length: 6 } canvas) return new(1 + Three(canvas, 0), 1 + Three(canvas, 3));
        if (bytes.IsAt(12, "VP8L"u8) && bytes.LittleEndian(21) is >= 0 and var packed) return new(1 + (packed & 0x3FFF), 1 + (packed >> 14 & 0x3FFF));
        return bytes.IsAt(12, "VP8 "u8) && bytes.At(26, 4) is { Length: 4 } frame ? new(Sized(frame).Width & 0x3FFF, Sized(frame).Height & 0x3FFF) : null;
    }

    private static ImageSize Sized(byte[] four) => new(BinaryPrimitives.ReadUInt16LittleEndian(four), BinaryPrimitives.ReadUInt16LittleEndian(four.AsSpan(2)));

    private static long Three(byte[] bytes, int at) => bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16;
}
