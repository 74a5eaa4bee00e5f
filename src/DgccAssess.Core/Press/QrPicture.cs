using System.Globalization;
using System.Text;
using QRCoder;

namespace DgccAssess.Core.Press;

/// <summary>A QR code as one path of an SVG: no attribute that the content security policy would drop.</summary>
/// <param name="Size">Width and height in modules, the quiet zone included.</param>
/// <param name="Path">One square per dark module, runs joined.</param>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var data = DataOf(text);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                if (!row[x]) continue;
                var start = x;
                while (x < row.Count && row[x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        }

        return new(data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>The same code as pixels, for files that take no path.</summary>
    public static byte[] Png(string text)
    {
        const int pixels = 8;
        using var data = DataOf(text);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(pixels);
    }

    private static QRCodeData DataOf(string text)
    {
        using var generator = new QRCodeGenerator();
        return generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
    }
}
