namespace DgccAssess.Core.Tenancy;

public enum SpaceKind
{
    Tenant,
    Hub,
}

/// <summary>A space: a partner government's tenant or the hub. Each has its own database, accounts, cookies and tokens.</summary>
public sealed record SpaceInfo : ITenantInfo
{
    public const string HubId = "hub";

    public required string Id { get; init; }
    public required string Identifier { get; init; }
    public required SpaceKind Kind { get; init; }
    public required SpaceSettings Settings { get; init; }

    public bool IsHub => Kind is SpaceKind.Hub;
}
