using System.Globalization;
using System.Text.RegularExpressions;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Files;

/// <summary>Reads one candidate. A key that is null counts as left out.</summary>
internal sealed partial class CandidateReader(YamlReader json)
{
    private const int MaxJurors = 1000;

    public Candidate Read()
    {
        var candidate = new Candidate
        {
            Code = json.Text("code") ?? "",
            Group = json.Text("group") ?? "",
            Region = Text("region"),
            Instrument = Text("instrument"),
            TookPart = !Has("tookPart") || json.Flag("tookPart"),
            Consented = json.Required("consented") is not null && json.Flag("consented"),
            HasOpenObjection = Has("openObjection") && json.Flag("openObjection"),
            Predicate = Text("predicate"),
            Index = Has("index") ? Value(json, "index") : null,
            SelfIndex = Has("selfIndex") ? Value(json, "selfIndex") : null,
            Nodes = Has("nodes") && json.Map("nodes") is { } nodes ? Values(nodes) : new Dictionary<string, decimal>(StringComparer.Ordinal),
            Previous = Has("previous") && json.Map("previous") is { } previous ? Previous(previous) : null,
            Jury = Has("jury") ? Jury() : [],
        };
        Text("name");
        json.RefuseOtherKeys();
        return candidate;
    }

    private bool Has(string key) => json.Optional(key) is not (null or YamlScalar { Plain: true, Value: "null" });

    private string? Text(string key) => Has(key) ? json.Text(key) : null;

    private static PreviousResult Previous(YamlReader group)
    {
        var previous = new PreviousResult(group.Text("instrument") ?? "", Value(group, "index") ?? 0);
        group.RefuseOtherKeys();
        return previous;
    }

    private List<JurorScores> Jury()
    {
        var jurors = json.List("jury");
        if (jurors.Count > MaxJurors) json.Log.Add(json.File, json.PositionOf("jury"), $"There are {jurors.Count} jurors.", $"Write at most {MaxJurors}.");
        return [.. jurors.Take(MaxJurors).Select(n => YamlReader.Of(json.File, n, json.Log)).OfType<YamlReader>().Select(Juror)];
    }

    private static JurorScores Juror(YamlReader group)
    {
        var (juror, recused) = (group.Text("juror") ?? "", group.Flag("recused"));
        var asked = group.Optional("scores") is YamlScalar { Plain: true, Value: "null" } or null ? null : group.Map("scores");
        if (asked is null && !recused) group.Required("scores");
        group.RefuseOtherKeys();
        return new JurorScores(juror, asked is null ? new Dictionary<string, decimal>(StringComparer.Ordinal) : Values(asked), recused);
    }

    private static Dictionary<string, decimal> Values(YamlReader group)
    {
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var entry in group.Entries)
        {
            // A node that is not applicable has no index.
            if (entry.Value is not YamlScalar { Plain: true, Value: "null" } && ValueOf(group, entry.Value, entry.Key.Value) is { } value) values[entry.Key.Value] = value;
        }

        return values;
    }

    private static decimal? Value(YamlReader group, string key) => group.Required(key) is { } node ? ValueOf(group, node, key) : null;

    // Written as text or as number: a text keeps every digit in every program on the way.
    private static decimal? ValueOf(YamlReader group, YamlNode node, string key)
    {
        if (node is YamlScalar scalar && Exact().IsMatch(scalar.Value)) return decimal.Parse(scalar.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        group.Log.Add(group.File, node.At, $"The value of '{YamlReader.Shorten(key)}' is no number.", "Write it with all its decimals, for example \"3.2075\".");
        return null;
    }

    [GeneratedRegex(@"^-?[0-9]{1,9}(\.[0-9]{1,28})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exact();
}
