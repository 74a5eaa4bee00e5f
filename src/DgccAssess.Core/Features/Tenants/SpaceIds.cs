using DgccAssess.Core.Features.Tenants.Files;

namespace DgccAssess.Core.Features.Tenants;

public static class SpaceIds
{
    /// <summary>Lower-case letters, digits and single hyphens between them: fit for an address, a folder and a database.</summary>
    public static bool IsValid(string id) => SpaceYaml.IsCode(id);
}
