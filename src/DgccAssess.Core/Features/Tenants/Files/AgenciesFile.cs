using DgccAssess.Core.Data;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads <c>agencies.csv</c>: code, group, region, one name column per language and, where bodies are made up, synthetic.</summary>
internal sealed class AgenciesFile(string folder, ProblemLog log)
{
    private const string Name = "agencies.csv";
    private const int MaxCodeLength = 64;
    private const int MaxNameLength = 300;

    private readonly string file = StrictText.ShownPath(folder, Name);

    public IReadOnlyList<AgencyDefinition> Read(IReadOnlyList<string> languages, IReadOnlyList<NamedCode> groups, IReadOnlyList<NamedCode> regions)
    {
        var rows = StrictText.Read(folder, Name, log) is { } text ? StrictCsv.Parse(file, text, log) : [];
        if (rows.Count == 0 || !CheckHeader(rows[0], languages))
        {
            return [];
        }

        var header = rows[0].Fields.Select(f => f.Value).ToList();
        var agencies = new Dictionary<string, (AgencyDefinition Agency, int Line)>(StringComparer.Ordinal);
        foreach (var row in rows.Skip(1))
        {
            if (row.Fields.Count != header.Count)
            {
                log.Add(file, row.At, $"This line has {row.Fields.Count} fields, not {header.Count}.", "Check its commas; put a name with a comma in quotes.");
                continue;
            }

            var line = header.Zip(row.Fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
            var code = line["code"];
            if (agencies.TryGetValue(code.Value, out var first))
            {
                log.Add(file, code.At, $"The code '{code.Value}' is used twice; the first is in line {first.Line}.", "Give each agency its own code.");
                continue;
            }

            agencies[code.Value] = (Agency(line, languages, groups, regions), row.At.Line);
        }

        return [.. agencies.Values.Select(a => a.Agency)];
    }

    private bool CheckHeader(CsvRow header, IReadOnlyList<string> languages)
    {
        var before = log.Count;
        string[] required = ["code", "group", "region", .. languages.Select(l => $"name_{l}")];
        var found = header.Fields.Select(f => f.Value).ToList();
        foreach (var column in required.Except(found))
        {
            log.Add(file, header.At, $"The column '{column}' is missing.", "Add it to the first line and to every line below.");
        }

        var known = required.Append("synthetic").ToList();
        foreach (var field in header.Fields.Where((f, i) => !known.Contains(f.Value) || found.IndexOf(f.Value) != i))
        {
            var message = $"The column '{YamlReader.Shorten(field.Value)}' is unknown, or stands twice.{Nearest.Hint(field.Value, known)}";
            log.Add(file, field.At, message, $"Allowed: {string.Join(", ", known)}.");
        }

        return log.Count == before;
    }

    private AgencyDefinition Agency(
        Dictionary<string, CsvField> line,
        IReadOnlyList<string> languages,
        IReadOnlyList<NamedCode> groups,
        IReadOnlyList<NamedCode> regions
    )
    {
        var code = line["code"];
        if (!SpaceYaml.IsCode(code.Value) || code.Value.Length > MaxCodeLength)
        {
            log.Add(file, code.At, $"'{YamlReader.Shorten(code.Value)}' can't be an agency's code.", "Use lower-case letters, digits and '-', at most 64.");
        }

        CheckKnown(line["group"], groups, "agency group", "agencyGroups");
        if (line["region"].Value.Length > 0)
        {
            CheckKnown(line["region"], regions, "region", "regions");
        }

        var names = languages.ToDictionary(l => l, l => NameOf(line[$"name_{l}"], l), StringComparer.OrdinalIgnoreCase);
        var region = line["region"].Value is { Length: > 0 } given ? given : null;
        return new AgencyDefinition(code.Value, line["group"].Value, region, new LocalizedText(names), Synthetic(line));
    }

    private string NameOf(CsvField field, string language)
    {
        if (field.Value.Length is 0 or > MaxNameLength)
        {
            log.Add(file, field.At, $"The name in '{language}' is empty or too long.", $"Write 1 to {MaxNameLength} characters.");
        }

        return field.Value;
    }

    private bool Synthetic(Dictionary<string, CsvField> line)
    {
        if (!line.TryGetValue("synthetic", out var field) || field.Value.Length == 0)
        {
            return false;
        }

        if (field.Value is not "yes")
        {
            log.Add(file, field.At, $"'{YamlReader.Shorten(field.Value)}' is not allowed in the column 'synthetic'.", "Write yes, or leave it empty.");
        }

        return true;
    }

    private void CheckKnown(CsvField field, IReadOnlyList<NamedCode> known, string kind, string key)
    {
        var codes = known.Select(k => k.Code).ToList();
        if (!codes.Contains(field.Value))
        {
            var message = $"There is no {kind} '{YamlReader.Shorten(field.Value)}'.{Nearest.Hint(field.Value, codes)}";
            log.Add(file, field.At, message, $"Use a code of '{key}' in {TenantFile.Name}, or add it there.");
        }
    }
}
