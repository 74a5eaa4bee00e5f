using System.Diagnostics;
using System.Text;
using DgccAssess.Core.Files;

namespace DgccAssess.Tests.Features.Instruments;

public sealed class HostileFilesTests
{
    private const string Bomb = """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        """;

    public static TheoryData<string, string, string> Texts =>
        new()
        {
            { "1:4", "Anchors", Bomb },
            { "1:4", "Aliases", "a: *b\n" },
            { "1:1", "Aliases", "*a : 1\n" },
            { "1:7", "Tags", "code: !!python/object:os.system x\n" },
            { "1:1", "Tags", "!custom\ncode: x\n" },
            { "2:1", "more than one document", "code: x\n---\ncode: y\n" },
            { "1:33", "nested deeper than 32", new string('[', 100_000) },
            { "1:161", "nested deeper than 32", string.Concat(Enumerable.Repeat("{ a: ", 10_000)) },
            { "1:65", "nested deeper than 32", string.Concat(Enumerable.Repeat("- ", 10_000)) + "a\n" },
            { "1:9", "U+001B", "code: x \u001b[31m\n" },
            { "2:2", "U+202E", "code: x\n#\u202e\n" },
            { "1:7", "escaped character U+0007", "code: \"x\\a\"\n" },
            { "1:7", "escaped character U+0000", "code: \"x\\0\"\n" },
            { "1:7", "not valid YAML", "code: \"\\uD800\"\n" },
            { "1:7", "not valid YAML", "code: \"x\n" },
            { "2:1", "not valid YAML", "a: [b\n" },
            { "1:9", "not valid YAML", "!!]? ---" },
            { "1:1", "A key must be a word", "[a, b]: 1\n" },
            { "1:1", "A group of keys", "- a\n" },
            { "1:1", "A group of keys", "just words\n" },
            { "1:1", "no content but comments", "# nothing\n" },
        };

    public static TheoryData<string, string, byte[]> Bytes =>
        new()
        {
            { "1:1", "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("code: x")).ToArray() },
            { "1:1", "UTF-16", Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes("code: x")).ToArray() },
            { "1:2", "UTF-16", Encoding.Unicode.GetBytes("code: x") },
            { "2:3", "binary", "code: x\nab\0c"u8.ToArray() },
            { "2:7", "not valid UTF-8", [.. "code: x\nname: "u8, 0xE9, .. "t\n"u8] },
            { "1:7", "not valid UTF-8", [.. "code: "u8, 0xC0, 0x80] },
            { "1:7", "not valid UTF-8", [.. "code: "u8, 0xED, 0xA0, 0x80] },
            { "1:1", "empty", [] },
            { "1:1", "larger than 2 MB", new byte[StrictText.MaxBytes + 1] },
            { "1:1", "larger than 2 MB", new byte[10 * 1024 * 1024] },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_HostileText_IsRefusedAtOnce(string at, string message, string text) => ShouldBeRefused(at, message, Encoding.UTF8.GetBytes(text));

    [Theory]
    [MemberData(nameof(Bytes))]
    public void Read_HostileBytes_AreRefusedAtOnce(string at, string message, byte[] bytes) => ShouldBeRefused(at, message, bytes);

    [Fact]
    public void Read_NestingOfAllowedSize_IsNotBlamed()
    {
        using var folder = new SampleFolder();
        folder.Write(SampleFolder.Instrument, "code: " + new string('[', 31) + new string(']', 31) + "\n");

        Assert.DoesNotContain(folder.Read().Problems, p => p.Message.Contains("nested", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_Utf8ByteOrderMark_IsAccepted()
    {
        using var folder = new SampleFolder();
        folder.Write(SampleFolder.Instrument, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SampleFolder.InstrumentYaml)]);

        Assert.True(folder.Read().Succeeded);
    }

    [Theory]
    [InlineData(SampleFolder.Instrument)]
    [InlineData(SampleFolder.French)]
    [InlineData("texts")]
    public void Read_SymbolicLink_IsRefused(string path)
    {
        using var folder = new SampleFolder();
        using var outside = new SampleFolder();
        var target = outside.PathOf(path);
        if (Directory.Exists(target))
        {
            Directory.Delete(folder.PathOf(path), recursive: true);
            Directory.CreateSymbolicLink(folder.PathOf(path), target);
        }
        else
        {
            File.Delete(folder.PathOf(path));
            File.CreateSymbolicLink(folder.PathOf(path), target);
        }

        Assert.Contains(folder.Read().Problems, p => p.File == folder.PathOf(path) && p.Message.Contains("symbolic link", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ThousandsOfFaults_StopsCounting()
    {
        using var folder = new SampleFolder();
        var lines = Enumerable.Range(0, 50_000).Select(n => $"x{n}: \"\"");
        folder.Write(SampleFolder.English, string.Join('\n', lines));

        var clock = Stopwatch.StartNew();
        var problems = folder.Read().Problems;

        Assert.InRange(problems.Count, 100, 300);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Problem_NamingWhatTheFileHolds_StaysOneHarmlessLine()
    {
        var problem = new FileProblem("a\nb.yaml", 1, 1, "The key '\u001b[31m\u202e\r\n' is unknown.", "Delete it.");

        Assert.DoesNotContain(problem.ToString(), c => char.IsControl(c) || c == '\u202e');
    }

    private static void ShouldBeRefused(string at, string message, byte[] bytes)
    {
        using var folder = new SampleFolder();
        folder.Write(SampleFolder.Instrument, bytes);

        var clock = Stopwatch.StartNew();
        var result = folder.Read();

        Assert.False(result.Succeeded);
        var first = result.Problems[0];
        Assert.Contains(message, first.Message, StringComparison.Ordinal);
        Assert.Equal($"{folder.PathOf(SampleFolder.Instrument)}:{at}", $"{first.File}:{first.Line}:{first.Column}");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
