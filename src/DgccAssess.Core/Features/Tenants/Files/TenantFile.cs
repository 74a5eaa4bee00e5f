using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads a tenant's folder: <c>tenant.yaml</c>, <c>agencies.csv</c>, its picture and <c>texts</c>.</summary>
public static class TenantFile
{
    public const string Name = "tenant.yaml";

    /// <summary>The facts of participation.</summary>
    private const int StandardSharing = 1;

    /// <summary>The tenant, or every problem found. Instruments in use must stand in <c>../instruments</c>.</summary>
    public static FileResult<TenantDefinition> Read(string folder)
    {
        var log = new ProblemLog();
        if (YamlReader.Root(folder, Name, log) is not { } yaml)
        {
            return log.Finish<TenantDefinition>(null);
        }

        var before = log.Count;
        var space = new SpaceYaml(yaml, folder).Read();
        var instruments = Instruments(yaml, folder);
        var sharing = Sharing(yaml);
        var names = new NamedCodes(yaml, space?.Settings.Languages ?? []);
        var (groups, regions) = (names.Read("agencyGroups"), names.Read("regions"));
        yaml.RefuseOtherKeys();

        // Against faulty groups or languages every line of the list would look wrong.
        var agencies = log.Count > before ? [] : new AgenciesFile(folder, log).Read(space!.Settings.Languages, groups, regions);
        if (log.Count == before) IdentityProviderYaml.CheckAgencies(yaml, agencies);
        return log.Finish(
            space is null
                ? null
                : new TenantDefinition
                {
                    Space = space with
                    {
                        Settings = space.Settings with { Instruments = instruments, SharingDefaultLevel = sharing, AgencyGroups = groups, Regions = regions },
                    },
                    Agencies = agencies,
                }
        );
    }

    private static List<string> Instruments(YamlReader yaml, string folder)
    {
        var instruments = new List<string>();
        foreach (var node in yaml.List("instruments"))
        {
            if (yaml.TextOf(node, "instruments") is not { } code)
            {
                continue;
            }

            if (!SpaceYaml.IsCode(code) || !File.Exists(Path.Combine(folder, "..", "instruments", code, "instrument.yaml")))
            {
                var message = $"There is no instrument '{YamlReader.Shorten(code)}'.";
                yaml.Log.Add(yaml.File, node.At, message, "Give the name of a folder of tenants/instruments.");
            }

            instruments.Add(code);
        }

        if (yaml.Has("instruments") && instruments.Count == 0)
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf("instruments"), "No instrument is in use.", "Give at least one folder of tenants/instruments.");
        }

        return instruments;
    }

    private static int Sharing(YamlReader yaml)
    {
        if (yaml.Optional("sharing") is not { } node || YamlReader.Of(yaml.File, node, yaml.Log) is not { } group)
        {
            return StandardSharing;
        }

        var level = group.WholeNumber("defaultLevel");
        group.RefuseOtherKeys();
        if (level is < 0 or > 4)
        {
            var whatToDo = "Write 0 (nothing), 1 (participation), 2 (national aggregates), 3 (by group or region) or 4 (named agencies).";
            yaml.Log.Add(yaml.File, group.PositionOf("defaultLevel"), $"There is no sharing level {level}.", whatToDo);
        }

        return level ?? StandardSharing;
    }
}
