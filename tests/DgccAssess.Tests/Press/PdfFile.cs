using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace DgccAssess.Tests.Press;

/// <summary>What a reader's program finds in a PDF.</summary>
internal sealed record PdfFile(int Pages, string Text, string Metadata, bool Tagged, string? Language, int Bookmarks)
{
    public static PdfFile Read(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;
        var metadata = pdf.TryGetXmpMetadata(out var xmp) ? Encoding.UTF8.GetString(xmp.GetXmlBytes().ToArray()) : "";
        return new PdfFile(
            pdf.NumberOfPages,
            string.Join('\n', pdf.GetPages().Select(page => page.Text)),
            metadata,
            catalog.ContainsKey(NameToken.Create("StructTreeRoot")) && catalog.ContainsKey(NameToken.Create("MarkInfo")),
            catalog.TryGet(NameToken.Create("Lang"), out var language) ? (language as StringToken)?.Data : null,
            pdf.TryGetBookmarks(out var bookmarks) ? bookmarks.GetNodes().Count() : 0);
    }

    /// <summary>Without spaces: a PDF knows where glyphs stand, not which gap was a space.</summary>
    public string Letters => new([.. Text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\u2066' or '\u2067' or '\u2069'))]);
}
