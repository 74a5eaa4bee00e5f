using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml;
using DgccAssess.Core.Press;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>The agency report as a Word document, for a ministry that signs it on its own letterhead.</summary>
public static class ReportDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Dublin = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The earliest a zip can say: the bytes do not depend on the day.</summary>
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="answer">The press's composed text, JSON in UTF-8.</param>
    /// <param name="address">Where the paper's page is, for the code that leads there; null: it has none.</param>
    public static byte[] Write(ReadOnlySpan<byte> answer, string? address)
    {
        var text = JsonSerializer.Deserialize(answer, ReportTextJson.Default.ReportText)!;
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            Fill(document, text, address);
        stream.Position = 0;
        return WithoutDates(stream);
    }

    private static void Fill(WordprocessingDocument document, ReportText text, string? address)
    {
        // Every part is given its id: those the library makes up are different each time.
        var main = document.AddNewPart<MainDocumentPart>(ContentType + ".main+xml", "rId1");
        Properties(document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rId2"), text);
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = DocxStyles.Create(text);
        main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = DocxNumbering.Create();
        main.AddNewPart<DocumentSettingsPart>("rId3").Settings = new Settings(new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode, Val = "15", Uri = "http://schemas.microsoft.com/office/word",
        }));

        var page = new DocxPage(text, new DocxText(text.IsRightToLeft));
        main.AddNewPart<HeaderPart>("rId4").Header = DocxPage.Letterhead();
        main.AddNewPart<HeaderPart>("rId5").Header = page.Running();
        main.AddNewPart<FooterPart>("rId6").Footer = page.Footer();
        main.AddNewPart<FooterPart>("rId7").Footer = page.Footer();
        var picture = address is null ? null : Picture(main.AddNewPart<ImagePart>("image/png", "rId8"), address);
        main.Document = new Document(new Body([.. new DocxBody(text, picture).Elements(), page.Section("rId4", "rId5", "rId6", "rId7")]));
    }

    private static string Picture(ImagePart part, string address)
    {
        using var png = new MemoryStream(QrPicture.Png(address));
        part.FeedData(png);
        return "rId8";
    }

    private static void Properties(CoreFilePropertiesPart part, ReportText text)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Dublin, Plain(text.Title));
        xml.WriteElementString("dc", "subject", Dublin, Plain(text.Subject));
        xml.WriteElementString("dc", "creator", Dublin, Plain(text.Tenant));
        xml.WriteElementString("dc", "language", Dublin, text.Language);
        if (text.Number is not null) xml.WriteElementString("dc", "identifier", Dublin, text.Number);
        foreach (var moment in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", moment, Terms);
            xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
            xml.WriteString(text.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Plain(string value) => string.Concat(BidiRuns.Of(value, rightToLeft: false).Select(run => run.Text));

    private static byte[] WithoutDates(Stream package)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var file = new MemoryStream();
        using (var target = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of contents first: that is how programs tell what kind of zip it is.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = NoDate;
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }

        return file.ToArray();
    }
}
