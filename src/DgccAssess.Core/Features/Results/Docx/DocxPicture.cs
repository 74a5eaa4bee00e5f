using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Pictures;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using BlipFill = DocumentFormat.OpenXml.Drawing.Pictures.BlipFill;
using NonVisualDrawingProperties = DocumentFormat.OpenXml.Drawing.Pictures.NonVisualDrawingProperties;
using NonVisualPictureDrawingProperties = DocumentFormat.OpenXml.Drawing.Pictures.NonVisualPictureDrawingProperties;
using NonVisualPictureProperties = DocumentFormat.OpenXml.Drawing.Pictures.NonVisualPictureProperties;
using Picture = DocumentFormat.OpenXml.Drawing.Pictures.Picture;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using ShapeProperties = DocumentFormat.OpenXml.Drawing.Pictures.ShapeProperties;
using WordDrawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;

namespace DgccAssess.Core.Features.Results.Docx;

internal static class DocxPicture
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>26 mm in Word's units of 1/36000 mm.</summary>
    private const long Side = 26 * 36_000;

    /// <summary>A square picture in the line, with the words that stand for it.</summary>
    public static Run Of(string relationshipId, string alternative) => new(new WordDrawing(new Inline(
        new Extent { Cx = Side, Cy = Side },
        new DocProperties { Id = 1, Name = "QR", Description = alternative },
        new Graphic(new GraphicData(new Picture(
            new NonVisualPictureProperties(new NonVisualDrawingProperties { Id = 1, Name = "QR", Description = alternative }, new NonVisualPictureDrawingProperties()),
            new BlipFill(new Blip { Embed = relationshipId }, new Stretch(new FillRectangle())),
            new ShapeProperties(new Transform2D(new Offset { X = 0, Y = 0 }, new Extents { Cx = Side, Cy = Side }), new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle })))
        { Uri = PictureUri }))
    { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
}
