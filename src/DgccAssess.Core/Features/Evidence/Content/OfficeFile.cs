using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DgccAssess.Core.Features.Evidence.Content;

/// <summary>Word processors', spreadsheets' and presentations' files: a zip whose inner structure says which, without macros.</summary>
internal static class OfficeFile
{
    private const int SmallBytes = 1024 * 1024;
    private const string ContentTypes = "[Content_Types].xml";
    private const string MainPart = ".main+xml";

    private static readonly string[] MacroParts = ["vbaproject.bin", "vbadata.xml", "attachedtoolbars.bin"];
    private static readonly string[] MacroFolders = ["/macrosheets/", "/activex/", "basic/", "scripts/"];
    private static readonly string[] MacroTypes = ["macroenabled", "vbaproject", "ms-office.activex", "ms-excel.macrosheet", "ms-excel.intlmacrosheet"];

    public static Recognition Recognize(FileBytes bytes)
    {
        if (!Zip.EndsWithIt(bytes) || Disguise.HasMarkup(bytes.Head(64))) return Recognition.Refused(EvidenceMessages.Disguised);
        try
        {
            bytes.Stream.Position = 0;
            using var zip = new ZipArchive(bytes.Stream, ZipArchiveMode.Read, leaveOpen: true);
            if (!Zip.IsReasonable(zip)) return Recognition.Refused(EvidenceMessages.Disguised);
            if (Zip.IsBomb(zip, bytes)) return Recognition.Refused(EvidenceMessages.Bomb);
            if (zip.Entries.Any(e => IsMacro("/" + e.FullName.ToLowerInvariant()))) return Recognition.Refused(EvidenceMessages.Macros);
            return zip.GetEntry(ContentTypes) is not null ? OpenXml(zip) : OpenDocument(zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or OverflowException)
        {
            return Recognition.Refused(EvidenceMessages.Damaged);
        }
    }

    private static bool IsMacro(string path) =>
        MacroParts.Contains(path[(path.LastIndexOf('/') + 1)..], StringComparer.Ordinal)
        || MacroFolders.Any(f => f[0] == '/' ? path.Contains(f, StringComparison.Ordinal) : path.StartsWith("/" + f, StringComparison.Ordinal) && path.Length > f.Length + 1);

    // ECMA-376 part 2, 10.1.2: the content types stream names the type of every part.
    private static Recognition OpenXml(ZipArchive zip)
    {
        if (Zip.Small(zip, ContentTypes, SmallBytes) is not { } types) return Recognition.Refused(EvidenceMessages.Damaged);
        var declared = DeclaredTypes(types);
        if (declared.Any(t => MacroTypes.Any(m => t.Type.Contains(m, StringComparison.OrdinalIgnoreCase)))) return Recognition.Refused(EvidenceMessages.Macros);

        foreach (var format in new[] { EvidenceFormat.Docx, EvidenceFormat.Xlsx, EvidenceFormat.Pptx })
        {
            if (declared.Any(t => t.Type == format.ContentType + MainPart && zip.GetEntry(t.Part.TrimStart('/')) is not null)) return Recognition.As(format);
        }

        return Recognition.Refused(EvidenceMessages.UnknownType);
    }

    private static List<(string Part, string Type)> DeclaredTypes(byte[] xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = SmallBytes };
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        List<(string, string)> declared = [];
        while (reader.Read())
        {
            if (reader.GetAttribute("ContentType") is { } type) declared.Add((reader.GetAttribute("PartName") ?? "", type));
        }

        return declared;
    }

    // OpenDocument 1.3 part 2, 3.3: the type is the text of the entry "mimetype".
    private static Recognition OpenDocument(ZipArchive zip)
    {
        var type = Encoding.ASCII.GetString(Zip.Small(zip, "mimetype", 256) ?? []);
        var format = EvidenceFormat.All.FirstOrDefault(f => f.ContentType == type && f.Endings[0].StartsWith(".od", StringComparison.Ordinal));
        return format is not null && zip.GetEntry("content.xml") is not null
            ? Recognition.As(format)
            : Recognition.Refused(EvidenceMessages.UnknownType);
    }
}
