using DgccAssess.Core.Files.Yaml;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads a list of codes with names: agency groups, regions.</summary>
internal sealed class NamedCodes(YamlReader yaml, IReadOnlyList<string> languages)
{
    private const int MaxLength = 32;

    public IReadOnlyList<NamedCode> Read(string key)
    {
        var found = new List<NamedCode>();
        foreach (var group in yaml.List(key).Select(n => YamlReader.Of(yaml.File, n, yaml.Log)).OfType<YamlReader>())
        {
            var code = group.Text("code");
            if (code is not null && (!SpaceYaml.IsCode(code) || code.Length > MaxLength || found.Exists(f => f.Code == code)))
            {
                var message = $"'{YamlReader.Shorten(code)}' can't be a code here, or stands twice.";
                group.Log.Add(group.File, group.PositionOf("code"), message, "Use lower-case letters, digits and '-', each code once.");
            }

            var names = group.Map("names") is { } texts ? SpaceYaml.Names(texts, languages) : null;
            group.RefuseOtherKeys();
            if (code is not null && names is not null)
            {
                found.Add(new NamedCode(code, names));
            }
        }

        return found;
    }
}
