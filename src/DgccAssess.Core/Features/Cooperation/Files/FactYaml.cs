using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Cooperation.Files;

/// <summary>Reads one fact of the register, and holds it to the rules its form in the application is held to.</summary>
internal sealed class FactYaml(YamlReader yaml)
{
    private const decimal Million = 1_000_000;

    public YamlReader Yaml => yaml;

    public string? Code()
    {
        if (yaml.Text("code") is not { } code) return null;
        if (CooperationRules.IsCode(code)) return code;
        Refuse("code", $"'{YamlReader.Shorten(code)}' can't be a code.", $"Use 1 to {CooperationRules.CodeLength} small letters, digits and '-', beginning with a letter or digit.");
        return null;
    }

    public CenterContent? Center() => Checked(
        () => new CenterContent(Country(), LanguageTags.Read(yaml, "languages"), Texts("names"), Texts("city"), yaml.OptionalText("host") ?? "", Years("periods")!, Source()), CooperationRules.Check);

    public ProjectContent? Project() => Checked(
        () => new ProjectContent(
            Texts("names"), Words.Read<ProjectKind>(yaml, "kind"), Words.Read<ProjectStatus>(yaml, "status"), Date("starts"), Date("ends"),
            yaml.OptionalText("koreanOwner") ?? "", yaml.OptionalText("partnerOwner") ?? "", yaml.OptionalText("follows"), yaml.OptionalText("note") ?? "", Source()),
        CooperationRules.Check);

    public BudgetContent? Budget() => Checked(
        () => new BudgetContent(Years("years")!, (yaml.Number("millions") ?? 0) * Million, yaml.Text("currency") ?? "", yaml.OptionalText("note") ?? "", Source()), CooperationRules.Check);

    public OutputContent? Output() => Checked(
        () => new OutputContent(
            Words.Read<OutputKind>(yaml, "kind"), Texts("titles"), Date("on"), yaml.Has("level") ? Words.Read<LegalLevel>(yaml, "level") : NotSaid("level"),
            yaml.OptionalText("url") ?? "", yaml.OptionalText("note") ?? "", Source()),
        CooperationRules.Check);

    public IndicatorContent? Indicator() => Checked(
        () => new IndicatorContent(
            Words.Read<IndicatorKind>(yaml, "kind"), yaml.OptionalText("name") ?? "", yaml.OptionalText("instrument") ?? "",
            yaml.Optional("baselineYear") is { } year ? yaml.WholeNumberOf(year, "baselineYear") : null, yaml.Optional("baseline") is { } value ? yaml.NumberOf(value, "baseline") : null,
            yaml.OptionalText("note") ?? "", Source()),
        // Read before there is a database: an edition that was uploaded is typed in the application.
        content => CooperationRules.Check(content, [.. ShippedEgdi.Editions.Select(e => e.Year)]));

    private T? Checked<T>(Func<T> read, Func<T, IEnumerable<Problem>> check)
        where T : class
    {
        var before = yaml.Log.Count;
        var content = read();
        if (yaml.Log.Count > before) return null;
        foreach (var problem in check(content))
        {
            var key = problem.Field is "Amount" ? "millions" : char.ToLowerInvariant(problem.Field[0]) + problem.Field[1..];
            var (message, whatToDo) = FactMessages.For(problem);
            Refuse(key, message, whatToDo);
        }

        return yaml.Log.Count > before ? null : content;
    }

    private string Country()
    {
        if (yaml.Text("country") is not { } country) return "";
        if (country.Length != 3 || !country.All(char.IsAsciiLetterUpper)) Refuse("country", $"'{YamlReader.Shorten(country)}' is no country code.", "Write three capital letters (ISO 3166-1 alpha-3).");
        return country;
    }

    private LocalizedText Texts(string key) => yaml.Map(key) is { } group ? SpaceYaml.Names(group, [CooperationRules.CommonLanguage]) : LocalizedText.Of();

    private LegalLevel? NotSaid(string key) => yaml.Optional(key) is null ? null : default(LegalLevel);

    private string Source()
    {
        var source = yaml.Text("source") ?? "";
        if (source.Length > CooperationRules.SourceLength) Refuse("source", "The source is too long.", $"Write at most {CooperationRules.SourceLength} characters.");
        return source;
    }

    // A year alone is a number to YAML.
    private string? Scalar(string key, bool isRequired) => (isRequired ? yaml.Required(key) : yaml.Optional(key)) is YamlScalar scalar ? scalar.Value : null;

    private PartialDate? Date(string key)
    {
        if (Scalar(key, isRequired: false) is not { } text) return null;
        if (PartialDate.TryParse(text, out var date)) return date;
        Refuse(key, $"'{YamlReader.Shorten(text)}' is no date.", "Write a day, a month or a year: 2023-07-14, 2023-07 or 2023.");
        return null;
    }

    private YearSpans? Years(string key)
    {
        if (Scalar(key, isRequired: true) is not { } text) return null;
        if (YearSpans.TryParse(text, out var years)) return years;
        Refuse(key, $"'{YamlReader.Shorten(text)}' are no years.", "Write years or spans, the earliest first: 2020-2023, or 2017-2019, 2021-2023.");
        return null;
    }

    private void Refuse(string key, string message, string whatToDo) => yaml.Log.Add(yaml.File, yaml.PositionOf(key), message, whatToDo);
}
