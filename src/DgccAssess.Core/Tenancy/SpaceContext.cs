namespace DgccAssess.Core.Tenancy;

/// <summary>The space of one dependency-injection scope: set once, never ambient. Reading it before it is set throws.</summary>
public sealed class SpaceContext : IMultiTenantContextAccessor, IMultiTenantContextSetter, IMultiTenantContext
{
    public SpaceInfo? TenantInfo { get; private set; }

    public IMultiTenantContext MultiTenantContext => this;

    public SpaceInfo Space => TenantInfo ?? throw new InvalidOperationException("No space is set in this scope; nothing may be read or written.");

    public void Set(SpaceInfo space)
    {
        if (TenantInfo is not null)
        {
            throw new InvalidOperationException($"This scope belongs to space '{TenantInfo.Id}'; it can't become '{space.Id}'.");
        }

        TenantInfo = space;
    }
}
