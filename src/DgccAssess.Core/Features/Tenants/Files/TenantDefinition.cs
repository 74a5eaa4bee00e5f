using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>What the files of a tenant or of the hub say about the space itself.</summary>
public sealed record SpaceDefinition
{
    public required string Id { get; init; }
    public required SpaceSettings Settings { get; init; }

    /// <summary>The picture that the settings name.</summary>
    public LogoContent? Logo { get; init; }

    /// <summary>The texts whose keys the settings list, each in the languages it is given in.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Texts { get; init; } = new Dictionary<string, LocalizedText>(StringComparer.Ordinal);
}

/// <param name="Logo">What the register keeps of it.</param>
/// <param name="Bytes">The file, checked.</param>
public sealed record LogoContent(SpaceLogo Logo, byte[] Bytes);

/// <summary>A partner government as its folder describes it.</summary>
public sealed record TenantDefinition
{
    public required SpaceDefinition Space { get; init; }
    public required IReadOnlyList<AgencyDefinition> Agencies { get; init; }

    /// <summary>The award rounds it declares; read after its instruments, which they refer to.</summary>
    public IReadOnlyList<AwardDocument> Awards { get; init; } = [];
}

/// <param name="Code">Code in addresses, unique in the tenant.</param>
/// <param name="Group">Code of an agency group.</param>
/// <param name="Region">Code of a region, or null.</param>
/// <param name="Names">Names in every language of the tenant.</param>
/// <param name="Synthetic">Not a real body.</param>
public sealed record AgencyDefinition(string Code, string Group, string? Region, LocalizedText Names, bool Synthetic);
