using System.Text.RegularExpressions;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads <c>instrument.yaml</c> into the model of Scoring.</summary>
internal sealed partial class InstrumentYaml(YamlReader yaml)
{
    /// <summary>The instrument, or null when anything in the file is wrong.</summary>
    public Instrument? Read()
    {
        var before = yaml.Log.Count;
        var code = new Codes("instrument").Read(yaml, "code");
        var legalBasis = yaml.OptionalText("legalBasis");
        var draft = yaml.Flag("draft");
        var languages = Languages();
        var tiers = CodeList("tiers", "tier", 1);
        var notApplicable = Word<NotApplicablePolicy>(yaml, "notApplicable");
        var rounding = Rounding();
        var scales = Scales();
        var predicates = new PredicatesYaml(yaml).Read(scales, rounding);
        var totalWeight = yaml.Number("totalWeight");
        var nodes = new NodesYaml(yaml, tiers, scales).Read(totalWeight);
        yaml.RefuseOtherKeys();
        if (yaml.Log.Count > before)
        {
            return null;
        }

        return new Instrument
        {
            Code = code!,
            LegalBasis = legalBasis,
            Draft = draft,
            Languages = languages,
            Tiers = tiers,
            NotApplicable = notApplicable,
            Rounding = rounding,
            Scales = scales,
            Predicates = predicates,
            Nodes = nodes,
        };
    }

    private List<string> Languages()
    {
        var languages = new List<string>();
        foreach (var node in NotEmpty("languages", 1))
        {
            if (yaml.TextOf(node, "languages") is not { } language)
            {
                continue;
            }

            if (!LanguageTag().IsMatch(language) || languages.Contains(language))
            {
                var message = $"'{YamlReader.Shorten(language)}' is no language tag, or stands twice.";
                yaml.Log.Add(yaml.File, node.At, message, "Use tags such as en, id or sr-Latn, each once.");
                continue;
            }

            languages.Add(language);
        }

        return languages;
    }

    private List<string> CodeList(string key, string kind, int least)
    {
        var codes = new Codes(kind);
        return [.. NotEmpty(key, least).Select(n => codes.Read(yaml, n, key)).OfType<string>()];
    }

    private IReadOnlyList<YamlNode> NotEmpty(string key, int least)
    {
        var items = yaml.List(key);
        if (yaml.Has(key) && items.Count < least)
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf(key), $"The list '{key}' needs at least {least}.", "Add to the list.");
        }

        return items;
    }

    private Rounding Rounding()
    {
        var group = yaml.Map("rounding");
        if (group is null)
        {
            return new Rounding(0, RoundingMode.HalfUp);
        }

        var decimals = group.WholeNumber("decimals");
        if (decimals is < 0 or > 6)
        {
            yaml.Log.Add(yaml.File, group.PositionOf("decimals"), "'decimals' must be from 0 to 6.", "Write 2 for figures such as 2.95.");
        }

        var mode = Word<RoundingMode>(group, "mode");
        group.RefuseOtherKeys();
        return new Rounding(decimals ?? 0, mode);
    }

    private List<Scale> Scales()
    {
        var codes = new Codes("scale");
        return [.. NotEmpty("scales", 1).Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>().Select(s => Scale(s, codes)).OfType<Scale>()];
    }

    private static Scale? Scale(YamlReader group, Codes codes)
    {
        var before = group.Log.Count;
        var code = codes.Read(group, "code");
        var levels = group.List("levels").Select(n => group.WholeNumberOf(n, "levels")).ToList();
        var allowsDecimals = group.Flag("allowsDecimals");
        group.RefuseOtherKeys();
        var ascending = levels.Zip(levels.Skip(1)).All(pair => pair.First < pair.Second);
        if (group.Log.Count == before && (levels.Count < 2 || !ascending || levels[0] < 0 || levels[^1] > 1000))
        {
            var at = group.PositionOf("levels");
            group.Log.Add(group.File, at, "The levels must be at least two whole numbers from 0 to 1000, ascending.", "Write for example [1, 2, 3, 4, 5].");
        }

        return group.Log.Count > before
            ? null
            : new Scale
            {
                Code = code!,
                Levels = [.. levels.OfType<int>()],
                AllowsDecimals = allowsDecimals,
            };
    }

    private static T Word<T>(YamlReader group, string key)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(v => CanonicalJson.Word(v.ToString()), v => v, StringComparer.Ordinal);
        var text = group.Text(key);
        if (text is not null && !words.ContainsKey(text))
        {
            var message = $"'{YamlReader.Shorten(text)}' is no value of '{key}'.{Nearest.Hint(text, words.Keys)}";
            group.Log.Add(group.File, group.PositionOf(key), message, $"Allowed: {string.Join(", ", words.Keys)}.");
        }

        return text is null ? default : words.GetValueOrDefault(text);
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();
}
