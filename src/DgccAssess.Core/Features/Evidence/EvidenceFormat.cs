using System.Collections.Frozen;

namespace DgccAssess.Core.Features.Evidence;

/// <summary>A kind of file that may prove something.</summary>
/// <param name="ContentType">What it is handed out as.</param>
/// <param name="Endings">File name endings, the usual one first.</param>
/// <param name="ShownInPlace">A browser shows it safely inside a page.</param>
public sealed record EvidenceFormat(string ContentType, IReadOnlyList<string> Endings, bool ShownInPlace)
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static readonly EvidenceFormat Pdf = new("application/pdf", [".pdf"], true);
    public static readonly EvidenceFormat Png = new("image/png", [".png"], true);
    public static readonly EvidenceFormat Jpeg = new("image/jpeg", [".jpg", ".jpeg", ".jpe", ".jfif"], true);
    public static readonly EvidenceFormat WebP = new("image/webp", [".webp"], true);
    public static readonly EvidenceFormat Gif = new("image/gif", [".gif"], true);
    public static readonly EvidenceFormat Docx = new(OpenXml + "wordprocessingml.document", [".docx"], false);
    public static readonly EvidenceFormat Xlsx = new(OpenXml + "spreadsheetml.sheet", [".xlsx"], false);
    public static readonly EvidenceFormat Pptx = new(OpenXml + "presentationml.presentation", [".pptx"], false);
    public static readonly EvidenceFormat Odt = new(OpenDocument + "text", [".odt"], false);
    public static readonly EvidenceFormat Ods = new(OpenDocument + "spreadsheet", [".ods"], false);
    public static readonly EvidenceFormat Odp = new(OpenDocument + "presentation", [".odp"], false);

    public static IReadOnlyList<EvidenceFormat> All { get; } = [Pdf, Png, Jpeg, WebP, Gif, Docx, Xlsx, Pptx, Odt, Ods, Odp];

    private static readonly FrozenDictionary<string, EvidenceFormat> ByContentType = All.ToFrozenDictionary(f => f.ContentType);

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public static EvidenceFormat Of(string contentType) => ByContentType[contentType];
}
