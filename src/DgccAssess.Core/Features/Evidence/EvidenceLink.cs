using DgccAssess.Core.Data;
using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Evidence;

/// <summary>An address on the web as it is kept: absolute, http or https, without a password in it.</summary>
public sealed record EvidenceLink(string Url, string Title)
{
    /// <summary>Longest address, in UTF-16 units.</summary>
    public const int MaxUrl = 2000;

    public const int MaxTitle = 200;

    public static Result<EvidenceLink> Read(string? url, string? title)
    {
        var address = url?.Trim() ?? "";
        var name = EvidenceName.Visible(title ?? "");
        if (address.Length == 0) return Refused("Url", EvidenceMessages.LinkMissing);
        if (address.Length > MaxUrl) return Refused("Url", EvidenceMessages.LinkTooLong, MaxUrl);
        if (name.Length > MaxTitle) return Refused("Title", EvidenceMessages.TitleTooLong, MaxTitle);
        if (!IsWebAddress(address, out var uri)) return Refused("Url", EvidenceMessages.LinkInvalid);
        if (uri.AbsoluteUri.Length > MaxUrl) return Refused("Url", EvidenceMessages.LinkTooLong, MaxUrl);
        return new EvidenceLink(uri.AbsoluteUri, name.Length > 0 ? name : Shortened(uri));
    }

    private static bool IsWebAddress(string address, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(address, UriKind.Absolute, out uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0 && uri.Host.Length > 0
        && !address.Any(c => char.IsWhiteSpace(c) || UnsafeCharacters.IsUnsafe(c));

    private static string Shortened(Uri uri)
    {
        var text = uri.Host + uri.AbsolutePath;
        return text.Length <= MaxTitle ? text : text[..(MaxTitle - 1)] + "…";
    }

    private static Result<EvidenceLink> Refused(string field, string message, params object[] arguments) =>
        Result<EvidenceLink>.From(Result.Invalid(field, message, arguments));
}
