namespace DgccAssess.Core.Tenancy;

// Names and meaning follow Finbuckle.MultiTenant so that the package can take this folder's place (src/decisions/0002-spaces-and-databases.md).

public interface ITenantInfo
{
    /// <summary>Stable key; names the database and the cryptographic purposes. Never reused.</summary>
    string Id { get; }

    /// <summary>What an address says: the path base or, for hosts, the value the host maps to.</summary>
    string Identifier { get; }
}

public interface IMultiTenantContext
{
    SpaceInfo? TenantInfo { get; }
    bool IsResolved => TenantInfo is not null;
}

public interface IMultiTenantContextAccessor
{
    IMultiTenantContext MultiTenantContext { get; }
}

public interface IMultiTenantContextSetter
{
    /// <exception cref="InvalidOperationException">The scope already has a space.</exception>
    void Set(SpaceInfo space);
}

/// <summary>Finds the identifier of the space a request is meant for; null when this strategy has no opinion.</summary>
public interface IMultiTenantStrategy
{
    Task<string?> GetIdentifierAsync(object context);
    int Priority => 0;
}

public interface IMultiTenantStore
{
    Task<SpaceInfo?> GetAsync(string id, CancellationToken ct = default);
    Task<SpaceInfo?> GetByIdentifierAsync(string identifier, CancellationToken ct = default);
    Task<SpaceInfo?> GetByHostAsync(string host, CancellationToken ct = default);
    Task<IReadOnlyList<SpaceInfo>> GetAllAsync(CancellationToken ct = default);
}
