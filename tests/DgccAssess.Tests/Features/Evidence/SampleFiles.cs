using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DgccAssess.Tests.Features.Evidence;

/// <summary>Small files of every kind, true and hostile, made from their format's own parts.</summary>
internal static class SampleFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Pdf { get; } = Ascii("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Png { get; } = [0x89, .. Ascii("PNG\r\n\x1A\n"), .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xDA, 0, 4, 0, 0, 0x12, 0x34, 0xFF, 0xD9];

    public static byte[] WebP { get; } = [.. Ascii("RIFF"), 16, 0, 0, 0, .. Ascii("WEBPVP8 "), 4, 0, 0, 0, 1, 2, 3, 4];

    public static byte[] Gif { get; } = [.. Ascii("GIF89a"), 1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0x3B];

    public static byte[] Docx { get; } = OpenXml(Word, "word/document.xml");
    public static byte[] Xlsx { get; } = OpenXml("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml");
    public static byte[] Pptx { get; } = OpenXml("application/vnd.openxmlformats-officedocument.presentationml.presentation", "ppt/presentation.xml");
    public static byte[] Odt { get; } = OpenDocument("text");
    public static byte[] Ods { get; } = OpenDocument("spreadsheet");
    public static byte[] Odp { get; } = OpenDocument("presentation");

    public static (string Name, string ContentType, byte[] Content)[] Good { get; } =
    [
        ("decree.pdf", "application/pdf", Pdf), ("a.png", "image/png", Png), ("b.JPEG", "image/jpeg", Jpeg), ("c.webp", "image/webp", WebP), ("d.gif", "image/gif", Gif),
        ("e.docx", Word, Docx), ("f.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Xlsx),
        ("g.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Pptx),
        ("h.odt", "application/vnd.oasis.opendocument.text", Odt), ("i.ods", "application/vnd.oasis.opendocument.spreadsheet", Ods),
        ("j.odp", "application/vnd.oasis.opendocument.presentation", Odp),
    ];

    /// <summary>Each with the words the refusal must contain.</summary>
    public static (string Name, byte[] Content, string Refusal)[] Bad { get; } =
    [
        ("page.pdf", Ascii("<!DOCTYPE html><script>alert(1)</script>"), "not a PDF"),
        ("picture.png", Ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "not a PDF"),
        ("tool.pdf", [.. Ascii("MZ"), .. new byte[200]], "not a PDF"),
        ("notes.docx", Ascii("just text"), "not a PDF"),
        ("archive.docx", Zip(("readme.txt", "hello")), "not a PDF"),
        ("program.docx", Zip(("META-INF/MANIFEST.MF", "Main-Class: X"), ("X.class", "x")), "not a PDF"),
        ("old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "old format"),
        ("cut.pdf", Pdf[..40], "damaged"),
        ("cut.png", Png[..30], "damaged"),
        ("cut.jpg", Jpeg[..14], "damaged"),
        ("cut.docx", Docx[..^40], "hides"),
        ("tail.png", [.. Png, .. Ascii("more")], "damaged"),
        ("empty.pdf", [], "empty"),
        ("macro.docx", OpenXml(Word, "word/document.xml", ("word/vbaProject.bin", "x")), "macros"),
        ("macro2.docx", OpenXml("application/vnd.ms-word.document.macroEnabled", "word/document.xml"), "macros"),
        ("macro3.xlsx", OpenXml("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/workbook.xml", ("xl/macrosheets/sheet1.xml", "x")), "macros"),
        ("macro4.odt", OpenDocument("text", ("Basic/Standard/Module1.xml", "x")), "macros"),
        ("escape.docx", OpenXml(Word, "word/document.xml", ("../../etc/passwd", "x")), "hides"),
        ("twice.docx", OpenXml(Word, "word/document.xml", ("word/document.xml", "other")), "hides"),
        ("both.pdf", [.. Pdf, .. Zip(("a.txt", "x")), .. Ascii("%%EOF")], "hides"),
        ("both.gif", [.. Ascii("GIF89a"), .. Ascii("/*<script>alert(1)</script>*/"), 0x3B], "hides"),
        ("both.jpg", [.. Jpeg[..^2], .. Ascii("%PDF-1.4 "), 0xFF, 0xD9], "hides"),
        ("front.docx", [.. Docx, .. Ascii("trailing bytes")], "hides"),
        ("dtd.docx", Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><Types>&b;</Types>"), ("word/document.xml", "<w/>")), "damaged"),
    ];

    /// <summary>A true PDF of exactly so many bytes.</summary>
    public static byte[] PdfOf(int bytes)
    {
        var content = new byte[bytes];
        Ascii("%PDF-1.7\n%").CopyTo(content, 0);
        content.AsSpan(10, bytes - 17).Fill((byte)'x');
        Ascii("\n%%EOF\n").CopyTo(content, bytes - 7);
        return content;
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static byte[] OpenXml(string type, string mainPart, params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml",
            $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/{mainPart}\" ContentType=\"{type}.main+xml\"/></Types>"),
        (mainPart, "<document/>"), .. more,
    ]);

    private static byte[] OpenDocument(string kind, params (string Name, string Content)[] more) =>
        Zip([("mimetype", $"application/vnd.oasis.opendocument.{kind}"), ("content.xml", "<office/>"), ("Basic/", ""), .. more]);

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Ascii(type), .. data, 0, 0, 0, 0];
    }

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);
}
