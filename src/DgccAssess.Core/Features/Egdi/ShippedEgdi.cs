using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>The editions that come with the product: <c>tenants/hub/egdi.csv</c>, 2018 to 2024, published by the United Nations (UN E-Government Knowledgebase).</summary>
public static class ShippedEgdi
{
    public const string Source = "United Nations, E-Government Survey 2018, 2020, 2022 and 2024 (UN E-Government Knowledgebase)";

    private const string Name = "egdi.csv";

    private static readonly Lazy<IReadOnlyList<EgdiEdition>> All = new(Read);

    /// <summary>The earliest first.</summary>
    public static IReadOnlyList<EgdiEdition> Editions => All.Value;

    private static IReadOnlyList<EgdiEdition> Read()
    {
        using var reader = new StreamReader(typeof(ShippedEgdi).Assembly.GetManifestResourceStream(Name) ?? throw new InvalidOperationException($"{Name} is not in this build."));
        var read = EgdiFile.Parse(Name, reader.ReadToEnd());
        return read.Succeeded ? read.Value : throw new InvalidOperationException($"{Name} is damaged: {read.Problems[0]}");
    }
}
