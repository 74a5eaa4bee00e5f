using System.Security.Cryptography;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Evidence.Content;
using DgccAssess.Core.Files;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads a space's picture: an SVG that only draws, or a PNG that is whole. What it is, its content says.</summary>
public static class LogoFile
{
    /// <summary>Largest picture, in bytes: it comes with the first page over a slow line.</summary>
    public const int MaxBytes = 32 * 1024;

    /// <summary>Longest side of a PNG, in pixels.</summary>
    public const int MaxPixels = 1024;

    public static LogoContent? Read(string folder, string name, ProblemLog log)
    {
        var file = StrictText.ShownPath(folder, name);
        if (StrictText.ReadBytes(folder, name, MaxBytes, log) is not { } bytes) return null;

        var isPng = bytes.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]);
        if (isPng ? IsPng(file, bytes, log) : SvgDrawing.IsSafe(file, bytes, log))
        {
            return new(new SpaceLogo(Convert.ToHexStringLower(SHA256.HashData(bytes)), isPng ? "image/png" : "image/svg+xml"), bytes);
        }

        return null;
    }

    private static bool IsPng(string file, byte[] bytes, ProblemLog log)
    {
        using var stream = new MemoryStream(bytes);
        var found = Recognition.Of(stream);
        var whole = found.Format == EvidenceFormat.Png || found.Refusal == EvidenceMessages.TooManyPixels;
        var content = new FileBytes(stream);
        if (whole && content.BigEndian(16) is > 0 and <= MaxPixels && content.BigEndian(20) is > 0 and <= MaxPixels) return true;

        log.Add(file, Position.Start, whole ? $"This picture is larger than {MaxPixels} pixels." : "This is no whole PNG picture.", "Save it again, smaller if need be.");
        return false;
    }
}
