using System.Text;
using DgccAssess.Scoring.Awards;
using static DgccAssess.Core.Files.CanonicalText;

namespace DgccAssess.Core.Features.Awards;

/// <summary>Canonical JSON of an award document (src/decisions/0016): comments and formatting of the YAML don't reach it, every rule and name does.</summary>
internal static class AwardJson
{
    public static byte[] Write(AwardDocument document) => Encoding.UTF8.GetBytes(Group(
        ("award", Of(document.Award)),
        ("format", "1"),
        ("languages", List(document.Languages, Text)),
        ("names", Map(document.Names, name => Map(name.Values, Text)))));

    private static string Of(Award award) => Group(
        ("categories", List(award.Categories, Of)),
        ("code", Text(award.Code)),
        ("instrument", Text(award.Instrument)),
        ("jury", award.Jury is { } jury ? Of(jury) : "null"),
        ("onePerAgency", Text(Word(award.OnePerAgency.ToString()))),
        ("predicates", List(award.Predicates, Text)),
        ("rounding", Group(("decimals", Number(award.Rounding.Decimals)), ("mode", Text(Word(award.Rounding.Mode.ToString()))))));

    private static string Of(Jury jury) => Group(
        ("criteria", List(jury.Criteria, c => Group(("code", Text(c.Code)), ("weight", Number(c.Weight))))),
        ("from", Number(jury.From)),
        ("minimumJurors", Number(jury.MinimumJurors)),
        ("to", Number(jury.To)));

    private static string Of(AwardCategory category) => Group(
        ("code", Text(category.Code)),
        ("eligibility", Of(category.Eligibility)),
        ("levels", List(category.Levels, l => Group(("code", Text(l.Code)), ("from", NumberOrNull(l.From)), ("places", NumberOrNull(l.Places))))),
        ("measure", List(category.Measure.Parts, Of)),
        ("threshold", NumberOrNull(category.Threshold)),
        ("tieBreaks", List(category.TieBreaks, Of)),
        ("winners", NumberOrNull(category.Winners)));

    private static string Of(Eligibility eligibility) => Group(
        ("allow", List(eligibility.Allow, a => Text(Word(a.ToString())))),
        ("groups", List(eligibility.Groups, Text)),
        ("minimumIndex", NumberOrNull(eligibility.MinimumIndex)),
        ("minimumPredicate", TextOrNull(eligibility.MinimumPredicate)),
        ("regions", List(eligibility.Regions, Text)));

    private static string Of(MeasurePart part) => Group(
        ("figure", Of(part.Figure)), ("from", Number(part.From)), ("to", Number(part.To)), ("weight", Number(part.Weight)));

    private static string Of(Figure figure) => Group(("code", TextOrNull(figure.Code)), ("of", Text(Word(figure.Kind.ToString()))));
}
