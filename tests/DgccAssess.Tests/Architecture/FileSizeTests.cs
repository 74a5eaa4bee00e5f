using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Architecture;

public sealed class FileSizeTests
{
    private const int Cap = 300;

    [Fact]
    public void SourceFile_HasAtMost300Lines() => Assert.Empty(TooLong(RepositoryRoot.Find()));

    [Fact]
    public void Rule_FailsOnALongerFile()
    {
        var folder = Directory.CreateTempSubdirectory("dgcc-lines-");
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "Long.cs"), Enumerable.Repeat("// line", Cap + 1));

            Assert.Single(TooLong(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> TooLong(string root) =>
        from file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(root, file)
        where !Generated(path)
        let lines = File.ReadLines(file).Count()
        where lines > Cap
        select $"{path}: {lines} lines";

    private static bool Generated(string path) =>
        path.Split(Path.DirectorySeparatorChar) is var parts
        && (parts.Contains("artifacts") || parts.Contains("node_modules") || parts.Any(p => p.StartsWith("DgccAssess.Migrations.", StringComparison.Ordinal)));
}
