using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.Instruments;

/// <summary>The data files of the repository the tests were built from.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = RepositoryRoot.Find();

    public static string Instrument(string code) => Path.Combine(Root, "tenants", "instruments", code);

    /// <summary>Folders of the shipped tenants.</summary>
    public static IReadOnlyList<string> Tenants { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "tenants")).Where(f => File.Exists(Path.Combine(f, "tenant.yaml"))).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static string Tenant(string id) => Path.Combine(Root, "tenants", id);

    public static string Schema(string name) => Path.Combine(Root, "tenants", "_schema", $"{name}.schema.json");

    public static string Golden => Path.Combine(Root, "tests", "DgccAssess.TestCommon", "Golden", "spbe-published-results.json");
}
