using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Evidence;

namespace DgccAssess.Tests.Hostile;

/// <summary>Small files that become large, or are two things, in whoever's program opens them.</summary>
public sealed class BombTests(TestApps apps)
{
    private const int Megabyte = 1024 * 1024;

    [Theory, Databases]
    public async Task OfficeFile_ThatUnpacksToFarMoreThanItIs_IsRefused(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        (string Name, byte[] Content)[] bombs =
        [
            ("ratio.docx", Docx(("word/media/a.bin", Zeros(40 * Megabyte)))),
            ("many.docx", Docx([.. Enumerable.Range(0, 40).Select(i => ($"word/media/{i}.bin", Zeros(Megabyte)))])),
            ("says-little.docx", Lying(Docx(("word/media/a.bin", Zeros(8 * Megabyte))), "word/media/a.bin", says: 10)),
            ("says-much.docx", Lying(Docx(("word/media/a.bin", [1, 2, 3])), "word/media/a.bin", says: 900 * Megabyte)),
            ("shared.docx", Shared(Docx(("word/media/a.bin", Noise(200_000))), "word/media/a.bin", copies: 10)),
        ];

        foreach (var (name, content) in bombs)
        {
            var answer = await scene.UploadAsync(name, content);

            Assert.Equal((name, HttpStatusCode.BadRequest), (name, answer.Status));
            Assert.Contains("unpacks to far more", EvidenceScene.Errors(answer), StringComparison.Ordinal);
        }

        Assert.Empty(await scene.ItemsAsync());
        Assert.Empty(scene.Files);
        // A document that packs well, and one with an archive in it that nobody unpacks here, are documents.
        await scene.UploadedAsync("report.docx", Docx(("word/media/a.bin", Zeros(20 * Megabyte))));
        await scene.UploadedAsync("nested.docx", Docx(("word/embeddings/inner.zip", Docx(("deep.zip", Docx(("a.bin", Zeros(100 * Megabyte))))))));
    }

    [Theory, Databases]
    public async Task Picture_OfMorePixelsThanABrowserHolds_IsRefused(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        foreach (var (width, height) in new[] { (60_000, 60_000), (31_000, 10), (20_000, 20_000), (10, 65_535) })
        {
            foreach (var (name, content) in new[] { ("a.png", Png(width, height)), ("b.jpg", Jpeg(width, height)), ("c.gif", Gif(width, height)), ("d.webp", WebP(width, height)) })
            {
                var answer = await scene.UploadAsync(name, content);

                Assert.Equal((name, width, HttpStatusCode.BadRequest), (name, width, answer.Status));
                Assert.Contains("more pixels than a browser can show: at most 150 million, and 30000", EvidenceScene.Errors(answer), StringComparison.Ordinal);
            }
        }

        Assert.Empty(await scene.ItemsAsync());
        // A photograph of 108 megapixels is one.
        foreach (var (name, content) in new[] { ("a.png", Png(12_000, 9_000)), ("b.jpg", Jpeg(12_000, 9_000)), ("c.gif", Gif(12_000, 9_000)), ("d.webp", WebP(12_000, 9_000)) }) await scene.UploadedAsync(name, content);
    }

    [Theory, Databases]
    public async Task Pdf_OfAnEnormousPageOrStream_IsKeptAndHandedOutUnopened(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        var content = System.Text.Encoding.Latin1.GetBytes(
            "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 2147483647>>endobj\n3 0 obj<</Type/Page/MediaBox[0 0 1e30 1e30]/Parent 2 0 R>>endobj\n"
            + "4 0 obj<</Length 9223372036854775807/Filter[/FlateDecode/FlateDecode]>>stream\nx\nendstream endobj\ntrailer<</Root 1 0 R/Prev 9>>\n%%EOF\n");

        var item = await scene.UploadedAsync("page.pdf", content);
        var answer = await scene.Respondent.Client.GetAsync(new Uri($"{scene.Space.Path}{EvidenceScene.Base}/evidence/{item.Id}", UriKind.Relative));

        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory, Databases]
    public async Task File_ThatIsTwoThings_IsRefused(DatabaseProvider provider)
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(provider));
        (string Name, byte[] Content)[] twofold =
        [
            ("page.png", [.. Png(1, 1)[..33], .. Chunk("tEXt", "<script>alert(1)</script>"u8), .. Png(1, 1)[33..]]), ("paper.gif", [.. Gif(1, 1)[..^1], .. "%PDF-1.7"u8, 0x3B]),
            ("archive.png", [.. Png(1, 1)[..33], .. Chunk("prIV", SampleFiles.Zip(("a.txt", "x"))), .. Png(1, 1)[33..]]), ("archive.pdf", [.. SampleFiles.Pdf, .. SampleFiles.Docx]),
            ("html.pdf", [.. "%PDF-1.7\n<html><body onload=alert(1)>"u8, .. SampleFiles.Pdf]), ("front.docx", [.. "<script>"u8, .. SampleFiles.Docx]),
        ];

        foreach (var (name, content) in twofold) Assert.Equal((name, HttpStatusCode.BadRequest), (name, (await scene.UploadAsync(name, content)).Status));
        Assert.Empty(scene.Files);
    }

    private static byte[] Docx(params (string Name, byte[] Content)[] more)
    {
        using var file = new MemoryStream();
        file.Write(SampleFiles.Docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in more)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Lying(byte[] zip, string entry, int says)
    {
        var at = DirectoryOf(zip, entry);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at + 24), says);
        return zip;
    }

    // The directory names the same bytes again and again.
    private static byte[] Shared(byte[] zip, string entry, int copies)
    {
        var at = DirectoryOf(zip, entry);
        var end = zip.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var record = zip[at..(at + 46 + entry.Length)];
        List<byte> directory = [.. zip[..end]];
        for (var i = 0; i < copies; i++)
        {
            record[^1] = (byte)('0' + i);
            directory.AddRange(record);
        }

        var closing = zip[end..];
        var entries = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(closing.AsSpan(10)) + copies);
        BinaryPrimitives.WriteUInt16LittleEndian(closing.AsSpan(8), entries);
        BinaryPrimitives.WriteUInt16LittleEndian(closing.AsSpan(10), entries);
        BinaryPrimitives.WriteInt32LittleEndian(closing.AsSpan(12), BinaryPrimitives.ReadInt32LittleEndian(closing.AsSpan(12)) + copies * record.Length);
        return [.. directory, .. closing];
    }

    private static int DirectoryOf(byte[] zip, string entry) => zip.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(entry)) - 46;

    private static byte[] Zeros(int bytes) => new byte[bytes];

    private static byte[] Noise(int bytes) => System.Security.Cryptography.RandomNumberGenerator.GetBytes(bytes);

    private static byte[] Png(int width, int height) =>
        [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

    private static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, .. BigEndian(height)[2..], .. BigEndian(width)[2..], 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 4, 0, 0, 0x12, 0x34, 0xFF, 0xD9];

    private static byte[] Gif(int width, int height) => [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 0, 0, 0x2C, 0, 0x3B];

    private static byte[] WebP(int width, int height)
    {
        var (w, h) = (width - 1, height - 1);
        return [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, (byte)w, (byte)(w >> 8), (byte)(w >> 16), (byte)h, (byte)(h >> 8), (byte)(h >> 16)];
    }

    private static byte[] BigEndian(int number)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, number);
        return four;
    }

    private static byte[] Chunk(string type, ReadOnlySpan<byte> data) => [.. BigEndian(data.Length), .. System.Text.Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
}
