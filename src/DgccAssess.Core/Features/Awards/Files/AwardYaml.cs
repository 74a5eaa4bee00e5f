using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Awards;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>Reads one award into the model of Scoring, which then checks the rules.</summary>
internal sealed class AwardYaml(YamlReader yaml, Codes codes, IReadOnlyList<string> languages, Places places)
{
    private readonly Dictionary<string, LocalizedText> names = new(StringComparer.Ordinal);

    /// <summary>The award; null when its code or a part of it can't be read.</summary>
    public AwardDocument? Read()
    {
        places.Add("code", yaml.At);
        var code = codes.Read(yaml, "code");
        Name(yaml, AwardNameKeys.Award);
        var award = new Award
        {
            Code = code ?? "",
            Instrument = Placed("instrument", yaml.Text) ?? "",
            Rounding = Rounding(),
            Predicates = [.. Placed("predicates", yaml.OptionalList).Select(n => yaml.TextOf(n, "predicates")).OfType<string>()],
            OnePerAgency = yaml.Has("onePerAgency") ? Words.Read<OnePerAgency>(yaml, "onePerAgency") : OnePerAgency.None,
            Jury = yaml.Optional("jury") is { } jury && YamlReader.Of(yaml.File, jury, yaml.Log) is { } group ? Jury(group) : null,
            Categories = Categories(),
        };
        yaml.RefuseOtherKeys();
        return code is null ? null : new AwardDocument(award, languages, names);
    }

    private T Placed<T>(string key, Func<string, T> read)
    {
        places.Add(key, yaml.PositionOf(key));
        return read(key);
    }

    private void Name(YamlReader group, string key)
    {
        if (group.Map("names") is { } texts) names[key] = SpaceYaml.Names(texts, languages);
    }

    private Rounding Rounding()
    {
        if (yaml.Map("rounding") is not { } group) return new Rounding(0, RoundingMode.HalfUp);
        places.Add("rounding", group.At);
        var rounding = new Rounding(group.WholeNumber("decimals") ?? 0, Words.Read<RoundingMode>(group, "mode"));
        group.RefuseOtherKeys();
        return rounding;
    }

    private Jury Jury(YamlReader group)
    {
        var (criterionCodes, criteria) = (new Codes("criterion"), new List<JuryCriterion>());
        places.Add("jury", group.At);
        foreach (var criterion in group.List("criteria").Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>())
        {
            var code = criterionCodes.Read(criterion, "code");
            places.Add($"jury/criteria/{code}", criterion.At);
            Name(criterion, AwardNameKeys.Criterion(code ?? ""));
            criteria.Add(new JuryCriterion(code ?? "", criterion.Number("weight") ?? 0));
            criterion.RefuseOtherKeys();
        }

        var jury = new Jury(criteria, group.Number("from") ?? 0, group.Number("to") ?? 0, group.WholeNumber("minimumJurors") ?? 0);
        group.RefuseOtherKeys();
        return jury;
    }

    private List<AwardCategory> Categories()
    {
        var (categoryCodes, found) = (new Codes("category"), new List<AwardCategory>());
        foreach (var group in Placed("categories", yaml.List).Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>())
        {
            var code = categoryCodes.Read(group, "code") ?? "";
            Name(group, AwardNameKeys.Category(code));
            found.Add(new CategoryYaml(group, code, languages, places, names).Read());
        }

        return found;
    }
}
