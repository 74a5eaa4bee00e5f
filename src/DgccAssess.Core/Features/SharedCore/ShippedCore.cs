using DgccAssess.Core.Features.SharedCore.Files;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>The core that comes with the product: <c>tenants/core/core-2026</c>, in every installation without a folder.</summary>
public static class ShippedCore
{
    private const string Folder = "core/core-2026/";

    private static readonly Lazy<CoreDocument> Shipped = new(Read);

    public static CoreDocument Document => Shipped.Value;

    /// <summary>Its files by name, as they are in the repository.</summary>
    private static Dictionary<string, string> Files()
    {
        var assembly = typeof(ShippedCore).Assembly;
        var names = assembly.GetManifestResourceNames().Select(name => (Name: name, Path: name.Replace('\\', '/'))).Where(n => n.Path.StartsWith(Folder, StringComparison.Ordinal));
        return names.ToDictionary(n => n.Path[Folder.Length..], n =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(n.Name)!);
            return reader.ReadToEnd();
        }, StringComparer.Ordinal);
    }

    private static CoreDocument Read()
    {
        var read = CoreFiles.Parse(Files());
        return read.Succeeded ? read.Value : throw new InvalidOperationException($"The shared core is damaged: {read.Problems[0]}");
    }
}
