using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>What there is of a tenant before its folder is applied.</summary>
/// <param name="Settings">As the register has them; null when the tenant is not registered.</param>
/// <param name="HasDatabase">Its database exists.</param>
/// <param name="InstrumentHashes">Instrument versions it holds.</param>
/// <param name="Agencies">Agencies and what hangs on them.</param>
public sealed record TenantState(SpaceSettings? Settings, bool HasDatabase, IReadOnlySet<string> InstrumentHashes, IReadOnlyList<AgencyState> Agencies)
{
    public static TenantState Nothing { get; } = new(null, HasDatabase: false, new HashSet<string>(StringComparer.Ordinal), []);
}

/// <param name="Agency">The agency as stored.</param>
/// <param name="Assessments">Rounds it takes or took part in.</param>
/// <param name="Accounts">People who work for it here.</param>
public sealed record AgencyState(AgencyDefinition Agency, int Assessments, int Accounts)
{
    public bool IsInUse => Assessments > 0 || Accounts > 0;
}
