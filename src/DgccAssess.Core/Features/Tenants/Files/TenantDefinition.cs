using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>What the files of a tenant or of the hub say about the space itself.</summary>
public sealed record SpaceDefinition
{
    public required string Id { get; init; }
    public required SpaceSettings Settings { get; init; }
    public required DayOfWeek FirstDayOfWeek { get; init; }
}

/// <summary>A partner government as its folder describes it.</summary>
public sealed record TenantDefinition
{
    public required SpaceDefinition Space { get; init; }

    /// <summary>Codes of the instruments in use; the first is proposed for a new round.</summary>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>What Korea sees while no agreement says otherwise: 0 nothing to 4 named agencies.</summary>
    public required int SharingDefaultLevel { get; init; }

    public required IReadOnlyList<NamedCode> AgencyGroups { get; init; }
    public required IReadOnlyList<NamedCode> Regions { get; init; }
    public required IReadOnlyList<AgencyDefinition> Agencies { get; init; }
}

public sealed record NamedCode(string Code, LocalizedText Names);

/// <param name="Code">Code in addresses, unique in the tenant.</param>
/// <param name="Group">Code of an agency group.</param>
/// <param name="Region">Code of a region, or null.</param>
/// <param name="Names">Names in every language of the tenant.</param>
/// <param name="Synthetic">Not a real body.</param>
public sealed record AgencyDefinition(string Code, string Group, string? Region, LocalizedText Names, bool Synthetic);
