using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.SharedCore.Files;

/// <summary>Reads <c>core.yaml</c>.</summary>
internal sealed class CoreYaml(YamlReader yaml)
{
    private readonly Dictionary<string, CoreSignposts> signposts = new(StringComparer.Ordinal);
    private readonly Codes questions = new("question");

    /// <summary>Without mappings and texts; null when anything in the file is wrong.</summary>
    public CoreDocument? Read()
    {
        var before = yaml.Log.Count;
        var code = new Codes("core").Read(yaml, "code");
        var version = Between(yaml, "version", 1, 1000);
        var languages = LanguageTags.Read(yaml, "languages");
        var minimums = yaml.Map("minimum") is { } minimum ? Minimums(minimum) : null;
        var sameTree = yaml.OptionalList("sameTree").Select(tree => Texts(yaml, tree, "sameTree")).ToList();
        var (gtmi, oecd) = yaml.Map("labels") is { } labels ? Labels(labels) : ([], []);
        var themes = Themes(gtmi, oecd);
        yaml.RefuseOtherKeys();
        return yaml.Log.Count > before ? null : new CoreDocument
        {
            Structure = new CoreStructure { Code = code!, Version = (int)version, Themes = themes, Minimums = minimums!, SameTree = sameTree },
            Languages = languages,
            Signposts = signposts,
            Proposals = new Dictionary<string, CoreProposal>(),
            Texts = new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        };
    }

    private static CoreMinimums Minimums(YamlReader group)
    {
        var minimums = new CoreMinimums
        {
            Agencies = (int)Between(group, "agencies", 2, 1000),
            ShareOfAgencies = Between(group, "shareOfAgencies", 0, 1),
            QuestionsOfTheme = (int)Between(group, "questionsOfTheme", 1, 100),
            MostClose = Between(group, "mostClose", 0, 1),
            Questions = (int)Between(group, "questions", 1, 100),
            Themes = (int)Between(group, "themes", 1, 100),
            Common = (int)Between(group, "common", 1, 100),
        };
        group.RefuseOtherKeys();
        return minimums;
    }

    private List<CoreTheme> Themes(IReadOnlyCollection<string> gtmi, IReadOnlyCollection<string> oecd)
    {
        var (found, codes) = (new List<CoreTheme>(), new Codes("theme"));
        foreach (var group in Groups(yaml, "themes"))
        {
            var theme = new CoreTheme(codes.Read(group, "code") ?? "", group.Text("scale") ?? "", [.. Groups(group, "questions").Select(q => Question(q, gtmi, oecd))]);
            if (theme.Questions.Count == 0) group.Log.Add(group.File, group.At, "This theme has no question.", "Give it at least one, or delete it.");
            group.RefuseOtherKeys();
            found.Add(theme);
        }

        return found;
    }

    private string Question(YamlReader group, IReadOnlyCollection<string> gtmi, IReadOnlyCollection<string> oecd)
    {
        var code = questions.Read(group, "code") ?? "";
        signposts[code] = new CoreSignposts(Known(group, "gtmi", gtmi), Known(group, "oecd", oecd));
        group.RefuseOtherKeys();
        return code;
    }

    private static List<string> Known(YamlReader group, string key, IReadOnlyCollection<string> labels)
    {
        var found = new List<string>();
        foreach (var node in group.OptionalList(key))
        {
            if (group.TextOf(node, key) is not { } label) continue;
            if (!labels.Contains(label, StringComparer.Ordinal)) group.Log.Add(group.File, node.At, $"'{YamlReader.Shorten(label)}' is no label of '{key}'.{Nearest.Hint(label, labels)}", "Use one of 'labels', or add it there.");
            found.Add(label);
        }

        return found;
    }

    private static (IReadOnlyCollection<string> Gtmi, IReadOnlyCollection<string> Oecd) Labels(YamlReader group)
    {
        var labels = (Of("gtmi"), Of("oecd"));
        group.RefuseOtherKeys();
        return labels;

        List<string> Of(string key) => group.Map(key) is { } map ? [.. map.Entries.Where(e => map.TextOf(e.Value, e.Key.Value) is not null).Select(e => e.Key.Value)] : [];
    }

    private static decimal Between(YamlReader group, string key, decimal least, decimal most)
    {
        var whole = least >= 1;
        if ((whole ? group.WholeNumber(key) : group.Number(key)) is not { } number) return least;
        if (number < least || number > most) group.Log.Add(group.File, group.PositionOf(key), $"'{key}' can't be {number}.", $"Write a number from {least} to {most}.");
        return number;
    }

    private static IEnumerable<YamlReader> Groups(YamlReader group, string key) => group.List(key).Select(n => YamlReader.Of(group.File, n, group.Log)).OfType<YamlReader>();

    private static List<string> Texts(YamlReader group, YamlNode node, string what) => [.. group.ListOf(node, what).Select(n => group.TextOf(n, what)).OfType<string>()];
}
