namespace DgccAssess.Core.Tenancy;

public enum SpaceKind
{
    Tenant,
    Hub,
}

public enum SpaceState
{
    Active,

    /// <summary>Its people see a notice; nothing is read or written.</summary>
    Suspended,

    /// <summary>As suspended, and deleted when its day comes.</summary>
    DeletionOrdered,

    /// <summary>Its data is gone; its id is never used again.</summary>
    Deleted,
}

/// <summary>A space: a partner government's tenant or the hub. Each has its own database, accounts, cookies and tokens.</summary>
public sealed record SpaceInfo : ITenantInfo
{
    public const string HubId = "hub";

    public required string Id { get; init; }
    public required string Identifier { get; init; }
    public required SpaceKind Kind { get; init; }
    public required SpaceSettings Settings { get; init; }
    public SpaceState State { get; init; } = SpaceState.Active;
    public DateTime? StateChangedAt { get; init; }

    /// <summary>When it will be deleted; set while that is ordered.</summary>
    public DateTime? DeletionDueAt { get; init; }

    public bool IsHub => Kind is SpaceKind.Hub;
}
