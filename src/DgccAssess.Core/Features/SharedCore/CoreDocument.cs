using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>The shared core with its words and the mappings it proposes.</summary>
public sealed record CoreDocument
{
    public required CoreStructure Structure { get; init; }

    /// <summary>The first is the reference: complete, it stands in where another lacks a text.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>By question code.</summary>
    public required IReadOnlyDictionary<string, CoreSignposts> Signposts { get; init; }

    /// <summary>By instrument code.</summary>
    public required IReadOnlyDictionary<string, CoreProposal> Proposals { get; init; }

    /// <summary>By language, keyed as <see cref="CoreKeys"/> says.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; init; }

    /// <summary>The words in a language, else in the reference language.</summary>
    public InstrumentTexts TextsIn(string language)
    {
        var found = Languages.FirstOrDefault(l => l.Equals(language, StringComparison.OrdinalIgnoreCase))
            ?? Languages.FirstOrDefault(l => l.Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase))
            ?? Languages[0];
        return new InstrumentTexts(found, Texts[found], Languages[0], Texts[Languages[0]]);
    }
}

/// <summary>Related dimensions of outside indices: signposts, no crosswalk, for both describe whole countries. Proper names.</summary>
/// <param name="Gtmi">World Bank, GovTech Maturity Index.</param>
/// <param name="Oecd">OECD, Digital Government Index.</param>
public sealed record CoreSignposts(IReadOnlyList<string> Gtmi, IReadOnlyList<string> Oecd);

/// <summary>A mapping as the product proposes it; it counts once a tenant has approved it.</summary>
/// <param name="Mapping">Question by question.</param>
/// <param name="Candidates">By question: indicators that may answer it later.</param>
/// <param name="LeftOut">Indicators that no question takes.</param>
public sealed record CoreProposal(CoreMapping Mapping, IReadOnlyDictionary<string, IReadOnlyList<string>> Candidates, IReadOnlyList<string> LeftOut);
