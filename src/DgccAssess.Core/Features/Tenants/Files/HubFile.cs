using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads the hub's folder: <c>hub.yaml</c>.</summary>
public static class HubFile
{
    public const string Name = "hub.yaml";

    public static FileResult<SpaceDefinition> Read(string folder)
    {
        var log = new ProblemLog();
        if (YamlReader.Root(folder, Name, log) is not { } yaml)
        {
            return log.Finish<SpaceDefinition>(null);
        }

        var space = new SpaceYaml(yaml, folder, SpaceInfo.HubId).Read();
        yaml.RefuseOtherKeys();
        return log.Finish(space);
    }
}
