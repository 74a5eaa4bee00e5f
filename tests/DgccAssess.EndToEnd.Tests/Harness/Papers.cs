using Microsoft.Playwright;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace DgccAssess.EndToEnd.Tests.Harness;

/// <summary>Files people bring as evidence.</summary>
internal static class Papers
{
    public static FilePayload Regulation { get; } = new() { Name = "permenko-12-2021.pdf", MimeType = "application/pdf", Buffer = Pdf("Ministerial regulation 12/2021, article 4") };

    private static byte[] Pdf(string text)
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText(text, 14, new PdfPoint(72, 740), font);
        return builder.Build();
    }
}
