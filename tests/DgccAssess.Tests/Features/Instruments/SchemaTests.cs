using System.Text.RegularExpressions;

namespace DgccAssess.Tests.Features.Instruments;

public sealed class SchemaTests
{
    public static TheoryData<string, string> ShippedFiles
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tenants"), "*.yaml", SearchOption.AllDirectories))
            {
                var schema = Path.GetFileName(Path.GetDirectoryName(file)) switch
                {
                    "texts" => Texts(file),
                    "mappings" => "core-mapping",
                    _ => Path.GetFileNameWithoutExtension(file),
                };
                files.Add(Path.GetRelativePath(RepositoryFiles.Root, file), schema);
            }

            return files;
        }
    }

    private static string Texts(string file) => Path.GetRelativePath(RepositoryFiles.Root, file).Split(Path.DirectorySeparatorChar)[1] switch
    {
        "instruments" => "texts",
        "core" => "core-texts",
        _ => "space-texts",
    };

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Schema_ShippedFile_HasOnlyWhatItAllows(string file, string schema)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, file));

        Assert.Empty(Schema.Of(schema).Faults(text));
        var reference = Regex
            .Match(text, @"\A# yaml-language-server: \$schema=(?<path>\S+)\n", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Groups["path"]
            .Value;
        Assert.Equal(RepositoryFiles.Schema(schema), Path.GetFullPath(Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(file)!, reference)));
    }

    [Theory]
    [InlineData("totalWeight", "totalWieght", "totalWieght is unknown|totalWeight is missing")]
    [InlineData("evidence: 1", "evidense: 1", "evidense is unknown")]
    [InlineData("weight: 45.5", "weight: \"45.5\"", "weight is no number")]
    [InlineData("weight: 45.5", "weight: 0", "weight is too small")]
    [InlineData("mode: halfUp", "mode: up", "mode is none of the values")]
    [InlineData("levels: [1, 2, 3]", "levels: [1]", "levels is too short")]
    [InlineData("2: [a, b]", "two: [a, b]", "two is unknown")]
    [InlineData("code: Q1", "code: Q.1", "code does not match")]
    public void Schema_FaultyInstrument_IsRefused(string find, string replacement, string faults)
    {
        var text = SampleFolder.InstrumentYaml.Replace(find, replacement, StringComparison.Ordinal);

        Assert.Empty(Schema.Of("instrument").Faults(SampleFolder.InstrumentYaml));
        Assert.Equal(faults.Split('|'), Schema.Of("instrument").Faults(text));
    }
}
