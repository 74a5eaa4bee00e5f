using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Evidence;
using DgccAssess.Core.Features.Evidence.Content;

namespace DgccAssess.Core.Features.Papers.Templates;

/// <summary>A picture for papers: PNG or JPEG, as its content says.</summary>
public sealed record TemplateLogo(string MediaType, byte[] Data)
{
    public const int MaxBytes = 512 * 1024;
    public const int MaxKilobytes = MaxBytes / 1024;

    /// <summary>Longest side, in pixels.</summary>
    public const int MaxPixels = 4000;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Data));

    /// <param name="bytes">As it was sent.</param>
    /// <param name="field">Of the form.</param>
    public static Result<TemplateLogo> Read(byte[] bytes, string field)
    {
        if (bytes.Length > MaxBytes) return Failed(field, TemplateMessages.LogoTooLarge, MaxKilobytes);
        using var stream = new MemoryStream(bytes);
        var found = Recognition.Of(stream);
        if (found.Refusal == EvidenceMessages.TooManyPixels) return Failed(field, TemplateMessages.LogoTooManyPixels, MaxPixels);
        if (found.Format is not { } format || (format != EvidenceFormat.Png && format != EvidenceFormat.Jpeg)) return Failed(field, TemplateMessages.LogoNoPicture);
        if (ImageSize.Of(format, new FileBytes(stream)) is not { Width: > 0, Height: > 0 } size) return Failed(field, TemplateMessages.LogoNoPicture);
        if (Math.Max(size.Width, size.Height) > MaxPixels) return Failed(field, TemplateMessages.LogoTooManyPixels, MaxPixels);
        return new TemplateLogo(format.ContentType, bytes);
    }

    private static Result<TemplateLogo> Failed(string field, string message, params object[] arguments) => Result<TemplateLogo>.From(Result.Invalid(field, message, arguments));
}
