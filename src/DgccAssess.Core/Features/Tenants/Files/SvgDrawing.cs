using System.Xml;
using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Holds an SVG to what draws: no script, no style sheet, no link, nothing fetched from elsewhere, no document type.</summary>
internal static class SvgDrawing
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string SaveSimpler = "Save it as a plain SVG of shapes and paths, with colours as attributes.";

    private static readonly HashSet<string> Elements =
    [
        "svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "clipPath", "mask", "linearGradient", "radialGradient", "stop",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "xmlns", "version", "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "id", "role", "lang",
        "transform", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-dasharray",
        "opacity", "clip-path", "clip-rule", "mask", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits", "aria-hidden",
    ];

    public static bool IsSafe(string file, byte[] bytes, ProblemLog log)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = bytes.Length, IgnoreComments = true };
        var before = log.Count;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            while (log.Count == before && reader.Read()) Check(reader);
        }
        catch (XmlException e)
        {
            log.Add(file, new(Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)), "This is neither an SVG nor a PNG picture: it is not well-formed, or has a document type.", SaveSimpler);
        }

        return log.Count == before;

        void Refuse(XmlReader at, string message)
        {
            var place = (IXmlLineInfo)at;
            log.Add(file, new(Math.Max(1, place.LineNumber), Math.Max(1, place.LinePosition)), message, SaveSimpler);
        }

        void Check(XmlReader reader)
        {
            if (reader.NodeType is XmlNodeType.ProcessingInstruction) Refuse(reader, "Instructions to the browser ('<?...?>') are not allowed in a picture.");
            if (reader.NodeType is not XmlNodeType.Element) return;
            if (reader.Depth == 0 && reader is not { LocalName: "svg", NamespaceURI: Namespace }) Refuse(reader, "This is neither an SVG nor a PNG picture.");
            else if (reader.NamespaceURI != Namespace || !Elements.Contains(reader.LocalName)) Refuse(reader, $"The element '{reader.Name}' is not allowed in a picture.");
            while (reader.MoveToNextAttribute())
            {
                if (!Attributes.Contains(reader.Name)) Refuse(reader, $"The attribute '{reader.Name}' is not allowed in a picture.");
                else if (reader.Name != "xmlns" && LeadsOut(reader.Value)) Refuse(reader, $"The attribute '{reader.Name}' leads out of the picture.");
            }
        }
    }

    /// <summary>Only url(#part) of the picture itself may be named.</summary>
    private static bool LeadsOut(string value) =>
        value.Contains("url(", StringComparison.OrdinalIgnoreCase) ? !value.StartsWith("url(#", StringComparison.Ordinal) || value.IndexOf("url(", 1, StringComparison.OrdinalIgnoreCase) >= 0
        : value.Contains(':') || value.Contains('\\');
}
