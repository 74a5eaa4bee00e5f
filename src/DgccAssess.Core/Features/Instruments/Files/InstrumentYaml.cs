using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Core.Features.Instruments.Files;

/// <summary>Reads <c>instrument.yaml</c> into the model of Scoring, which then checks the structure.</summary>
internal sealed class InstrumentYaml(YamlReader yaml)
{
    private readonly Places places = new();

    /// <summary>The instrument, or null when anything in the file is wrong.</summary>
    public Instrument? Read()
    {
        var before = yaml.Log.Count;
        var code = new Codes("instrument").Read(yaml, "code");
        var legalBasis = yaml.OptionalText("legalBasis");
        var draft = yaml.Flag("draft");
        var languages = LanguageTags.Read(yaml, "languages");
        var tiers = Tiers();
        var notApplicable = Words.Read<NotApplicablePolicy>(yaml, "notApplicable");
        var rounding = Rounding();
        var scales = Groups("scales", new Codes("scale"), Scale);
        var predicates = Groups("predicates", new Codes("predicate"), Predicate);
        var totalWeight = yaml.Number("totalWeight");
        var nodes = new NodesYaml(yaml, tiers, places).Read();
        yaml.RefuseOtherKeys();
        if (yaml.Log.Count > before)
        {
            return null;
        }

        var instrument = new Instrument
        {
            Code = code!,
            LegalBasis = legalBasis,
            Draft = draft,
            Languages = languages,
            Tiers = tiers,
            NotApplicable = notApplicable,
            Rounding = rounding!,
            Scales = scales,
            Predicates = predicates,
            Nodes = nodes,
        };
        return IsSound(instrument, totalWeight) ? instrument : null;
    }

    private bool IsSound(Instrument instrument, decimal? totalWeight)
    {
        var before = yaml.Log.Count;
        foreach (var problem in InstrumentCheck.Check(instrument, totalWeight))
        {
            var (message, whatToDo) = StructureMessages.For(problem);
            Action<string, Position, string, string> report = problem.Severity is ProblemSeverity.Error ? yaml.Log.Add : yaml.Log.Warn;
            report(yaml.File, places.Find(problem.Path), message, whatToDo);
        }

        return yaml.Log.Count == before;
    }

    private List<string> Tiers()
    {
        var codes = new Codes("tier");
        places.Add("tiers", yaml.PositionOf("tiers"));
        return [.. yaml.List("tiers").Select(n => codes.Read(yaml, n, "tiers")).OfType<string>()];
    }

    private Rounding? Rounding()
    {
        if (yaml.Map("rounding") is not { } group)
        {
            return null;
        }

        var decimals = group.WholeNumber("decimals");
        var mode = Words.Read<RoundingMode>(group, "mode");
        group.RefuseOtherKeys();
        places.Add("rounding/decimals", group.PositionOf("decimals"));
        return new Rounding(decimals ?? 0, mode);
    }

    private List<T> Groups<T>(string key, Codes codes, Func<YamlReader, string, string, T?> read)
        where T : class
    {
        var found = new List<T>();
        places.Add(key, yaml.PositionOf(key));
        foreach (var group in yaml.List(key).Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>())
        {
            var code = codes.Read(group, "code");
            var path = $"{key}/{code}";
            places.Add(path, group.At);
            if (read(group, path, code ?? string.Empty) is { } item)
            {
                found.Add(item);
            }

            group.RefuseOtherKeys();
        }

        return found;
    }

    private Scale Scale(YamlReader group, string path, string code)
    {
        places.Add($"{path}/levels", group.PositionOf("levels"));
        return new Scale
        {
            Code = code,
            Levels = [.. group.List("levels").Select(n => group.WholeNumberOf(n, "levels")).OfType<int>()],
            AllowsDecimals = group.Flag("allowsDecimals"),
        };
    }

    private Predicate Predicate(YamlReader group, string path, string code)
    {
        places.Add($"{path}/from", group.PositionOf("from"));
        return new Predicate
        {
            Code = code,
            From = group.Number("from") ?? 0,
            To = group.Number("to") ?? 0,
            ToInclusive = group.Flag("toInclusive"),
        };
    }
}
