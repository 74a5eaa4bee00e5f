using System.Buffers.Binary;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Evidence;

namespace DgccAssess.Tests.Features.Tenants.Files;

public sealed class LogoFileTests : IDisposable
{
    private const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><g fill=\"#123456\"><path d=\"M0 0h4v4z\"/></g></svg>";
    private readonly string folder = Directory.CreateTempSubdirectory("dgcc-logo-").FullName;

    [Fact]
    public void Svg_ThatDraws_IsTaken() => Assert.Equal("image/svg+xml", Read(Drawing, out _)!.Logo.MediaType);

    [Theory]
    [InlineData("<g fill", "<script>alert(1)</script><g fill", "1:60", "The element 'script'")]
    [InlineData("<g fill", "<foreignObject><p/></foreignObject><g fill", "1:60", "The element 'foreignObject'")]
    [InlineData("<g fill", "<style>g{}</style><g fill", "1:60", "The element 'style'")]
    [InlineData("<g fill", "<g onload=\"go()\" fill", "1:62", "The attribute 'onload'")]
    [InlineData("<g fill", "<g style=\"background:url(x)\" fill", "1:62", "The attribute 'style'")]
    [InlineData("<g fill=\"#123456\"", "<g fill=\"url(https://evil.example/x#a)\"", "1:62", "leads out of the picture")]
    [InlineData("<g fill=\"#123456\"", "<g fill=\"url(#a) url(https://evil.example)\"", "1:62", "leads out of the picture")]
    [InlineData("<path", "<image href=\"https://evil.example/x.png\"/><path", "1:78", "The element 'image'")]
    [InlineData("<path", "<a xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"javascript:go()\"/><path", "1:78", "The element 'a'")]
    [InlineData("<svg", "<?xml-stylesheet href=\"https://evil.example/x.css\"?><svg", "1:", "Instructions to the browser")]
    [InlineData("<svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg", "1:", "has a document type")]
    [InlineData("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "1:2", "neither an SVG nor a PNG")]
    [InlineData("</svg>", "", "1:", "not well-formed")]
    [InlineData(Drawing, "GIF89a", "1:1", "neither an SVG nor a PNG")]
    public void Svg_ThatDoesMoreThanDraw_IsRefusedWithItsPlace(string find, string replacement, string at, string message)
    {
        Assert.Null(Read(Drawing.Replace(find, replacement, StringComparison.Ordinal), out var problems));
        Assert.Contains(problems, p => p.ToString().StartsWith($"{folder}/logo.svg:{at}", StringComparison.Ordinal) && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Png_Whole_IsTakenByItsContentWhateverItsName() => Assert.Equal("image/png", Read(Png(64, 1024), out _)!.Logo.MediaType);

    [Fact]
    public void Png_TruncatedOrHuge_IsRefused()
    {
        Assert.Null(Read(Png(64, 64)[..^4], out var truncated));
        Assert.Null(Read(Png(100_000, 64), out var huge));
        Assert.Contains("no whole PNG", truncated.Single().Message, StringComparison.Ordinal);
        Assert.Contains("larger than 1024 pixels", huge.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_OverTheLimit_IsRefusedBeforeItIsRead()
    {
        Assert.Null(Read(Drawing + new string(' ', 32 * 1024), out var problems));
        Assert.Equal("This file is larger than 32 KB.", problems.Single().Message);
    }

    [Fact]
    public void ShippedPictures_AreSound() => Assert.All(Directory.GetFiles(Path.Combine(RepositoryRoot.Find(), "tenants"), "logo.*", SearchOption.AllDirectories), file =>
    {
        var log = new ProblemLog();
        Assert.NotNull(LogoFile.Read(Path.GetDirectoryName(file)!, Path.GetFileName(file), log));
    });

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Png(int width, int height)
    {
        var png = SampleFiles.Png.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private LogoContent? Read(string content, out IReadOnlyList<FileProblem> problems) => Read(System.Text.Encoding.UTF8.GetBytes(content), out problems);

    private LogoContent? Read(byte[] content, out IReadOnlyList<FileProblem> problems)
    {
        File.WriteAllBytes(Path.Combine(folder, "logo.svg"), content);
        var log = new ProblemLog();
        var logo = LogoFile.Read(folder, "logo.svg", log);
        problems = log.Finish<LogoContent>(null).Problems;
        return logo;
    }
}
