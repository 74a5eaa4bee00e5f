namespace DgccAssess.Core.Features.Papers.Templates;

public enum TemplateKind
{
    AgencyReport,
    NationalReport,
    Certificate,

    /// <summary>Minutes, consent, interview form, record of a jury.</summary>
    Records,
}

/// <param name="Name">As src/press names it.</param>
/// <param name="IsRequired">A result rests on it: it may stand elsewhere and can't be left out.</param>
public sealed record TemplateSection(string Name, bool IsRequired = false);

/// <summary>What a space may say of a kind of paper. What is not here is locked: figures, names, numbers, codes and marks come from the result alone (src/decisions/0027-templates-of-papers.md).</summary>
/// <param name="HasTitle">Title and subtitle of its own.</param>
/// <param name="HasForeword">There is room for a text.</param>
/// <param name="HasSignature">It has one place for whoever answers for it; records have those of the people they are about.</param>
/// <param name="Sections">Those that can be moved, in the order they have by themselves; the same list is in the composer of the press.</param>
public sealed record TemplateShape(bool HasTitle, bool HasForeword, bool HasSignature, IReadOnlyList<TemplateSection> Sections)
{
    private static readonly TemplateShape AgencyReport = new(true, true, true,
        [new("summary"), new("method", true), new("results", true), new("charts"), new("findings"), new("recommendations"), new("levels"), new("indicators")]);

    private static readonly TemplateShape NationalReport = new(true, true, true,
        [
            new("summary"), new("method", true), new("groups"), new("best"), new("areas", true), new("predicates"), new("change"), new("gap"), new("regions"), new("unmet"),
            new("profiles"), new("decree", true), new("figures"),
        ]);

    private static readonly TemplateShape Certificate = new(true, false, true, []);
    private static readonly TemplateShape Records = new(false, true, false, []);

    public static TemplateShape Of(TemplateKind kind) => kind switch
    {
        TemplateKind.AgencyReport => AgencyReport,
        TemplateKind.NationalReport => NationalReport,
        TemplateKind.Certificate => Certificate,
        TemplateKind.Records => Records,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of paper"),
    };

    public static TemplateKind KindOf(PaperKind paper) => paper switch
    {
        PaperKind.AgencyReport => TemplateKind.AgencyReport,
        PaperKind.NationalReport => TemplateKind.NationalReport,
        PaperKind.Certificate => TemplateKind.Certificate,
        _ => TemplateKind.Records,
    };
}
