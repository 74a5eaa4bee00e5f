using System.Buffers.Binary;
using DgccAssess.Core.Features.Papers.Templates;

namespace DgccAssess.Tests.Features.Papers;

/// <summary>What a template may hold.</summary>
public sealed class TemplateRulesTests
{
    private static readonly string[] Languages = ["en", "ar"];

    [Theory]
    [InlineData(200, 4000, 0)]
    [InlineData(201, 4001, 8)]
    public void Check_LengthsOfTexts_AreLimited(int line, int foreword, int problems)
    {
        var (text, texts) = (new string('x', line), new string('y', foreword));
        var content = Content(new TemplateTexts { Title = text, Subtitle = text, Foreword = texts, Footer = text, Place = text, Signer = text, SignerTitle = text, LogoAlt = text });

        var found = TemplateRules.Check(TemplateKind.AgencyReport, content, Languages, hasLogo: true).ToList();

        Assert.Equal(problems, found.Count);
        Assert.All(found, p => Assert.StartsWith("Texts[1].", p.Field, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_APictureWithoutWords_IsRefusedInEveryLanguage() =>
        Assert.Equal(["Texts[0].LogoAlt", "Texts[1].LogoAlt"], Fields(TemplateRules.Settle(TemplateKind.Records, new TemplateContent { Texts = [] }, Languages, hasLogo: true), TemplateKind.Records, hasLogo: true));

    [Fact]
    public void Check_APlaceWithoutASigner_IsRefused() => Assert.Equal(["Texts[1].Signer"], Fields(Content(new TemplateTexts { Place = "Tunis" })));

    [Theory]
    [InlineData("method results", "")]
    [InlineData("indicators results method summary", "")]
    [InlineData("summary method", "Sections[2].Shown")]
    [InlineData("", "Sections[1].Shown Sections[2].Shown")]
    [InlineData("method results method", "Sections")]
    [InlineData("method results register", "Sections")]
    [InlineData("cover method results", "Sections")]
    public void Check_Sections_AreThoseOfTheKindAndWhatAResultRestsOnStays(string sections, string fields) =>
        Assert.Equal(Words(fields), Fields(Content(new TemplateTexts()) with { Sections = Words(sections) }));

    [Fact]
    public void Settle_WhatAKindHasNoPlaceFor_IsLeftOut()
    {
        var all = Content(new TemplateTexts { Title = "T", Subtitle = "S", Foreword = "F", Footer = " a\nb ", Place = "P", Signer = "N", SignerTitle = "O", LogoAlt = "L" });

        var records = TemplateRules.Settle(TemplateKind.Records, all, Languages, hasLogo: false);
        var certificate = TemplateRules.Settle(TemplateKind.Certificate, all, Languages, hasLogo: true);

        Assert.Equal(new TemplateTexts { Foreword = "F", Footer = "a b" }, records.Texts["ar"]);
        Assert.Equal(new TemplateTexts { Title = "T", Subtitle = "S", Footer = "a b", Place = "P", Signer = "N", SignerTitle = "O", LogoAlt = "L" }, certificate.Texts["ar"]);
        Assert.Null(records.Sections);
        Assert.Equal(records.ToJson(), TemplateContent.FromJson(records.ToJson()).ToJson());
    }

    [Fact]
    public void Logo_WhatIsNoPictureOrTooLarge_IsRefusedByItsContent()
    {
        Assert.Equal("image/png", TemplateLogo.Read(Png(4000, 1), "Logo").Value!.MediaType);
        Assert.Equal("image/jpeg", TemplateLogo.Read(Jpeg(40, 4000), "Logo").Value!.MediaType);
        Assert.Equal(TemplateMessages.LogoTooManyPixels, MessageOf(Png(4001, 1)));
        Assert.Equal(TemplateMessages.LogoTooManyPixels, MessageOf(Jpeg(1, 4001)));
        Assert.Equal(TemplateMessages.LogoTooManyPixels, MessageOf(Png(40_000, 40_000)));
        Assert.Equal(TemplateMessages.LogoNoPicture, MessageOf(Png(0, 5)));
        Assert.Equal(TemplateMessages.LogoNoPicture, MessageOf(Png(5, 5)[..^4]));
        Assert.Equal(TemplateMessages.LogoNoPicture, MessageOf("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()));
        Assert.Equal(TemplateMessages.LogoNoPicture, MessageOf([]));
        Assert.Equal(TemplateMessages.LogoTooLarge, MessageOf(new byte[TemplateLogo.MaxBytes + 1]));
    }

    internal static byte[] Png(int width, int height) =>
        [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR"u8, [.. BigEndian(width), .. BigEndian(height), 8, 0, 0, 0, 0]), .. Chunk("IDAT"u8, [1, 2, 3]), .. Chunk("IEND"u8, [])];

    private static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, .. BigEndian(height)[2..], .. BigEndian(width)[2..], 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 4, 0, 0, 0x12, 0x34, 0xFF, 0xD9];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data) => [.. BigEndian(data.Length), .. type, .. data, 0, 0, 0, 0];

    private static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static string MessageOf(byte[] bytes) => TemplateLogo.Read(bytes, "Logo").Problems.Single().Message;

    private static TemplateContent Content(TemplateTexts arabic) => new() { Texts = new(StringComparer.Ordinal) { ["ar"] = arabic, ["en"] = new TemplateTexts { LogoAlt = "x" } }, Sections = ["method", "results"] };

    private static IEnumerable<string> Fields(TemplateContent content, TemplateKind kind = TemplateKind.AgencyReport, bool hasLogo = false) => TemplateRules.Check(kind, content, Languages, hasLogo).Select(p => p.Field);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
