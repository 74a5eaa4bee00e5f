using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants;

/// <summary>What there is of a tenant before its folder is applied.</summary>
/// <param name="Settings">As the register has them; null when the tenant is not registered.</param>
/// <param name="HasDatabase">Its database exists.</param>
/// <param name="InstrumentHashes">Instrument versions it holds.</param>
/// <param name="Agencies">Agencies and what hangs on them.</param>
/// <param name="Words">Its texts and its picture.</param>
public sealed record TenantState(
    SpaceSettings? Settings, bool HasDatabase, IReadOnlySet<string> InstrumentHashes, IReadOnlyList<AgencyState> Agencies, StoredWords Words)
{
    /// <summary>Hashes of the awards that hold, by code.</summary>
    public IReadOnlyDictionary<string, string> Awards { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Host names of the other spaces of the installation, and whose they are.</summary>
    public IReadOnlyDictionary<string, string> OtherHosts { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public static TenantState Nothing { get; } = new(null, HasDatabase: false, new HashSet<string>(StringComparer.Ordinal), [], StoredWords.None);
}

/// <param name="Agency">The agency as stored.</param>
/// <param name="Assessments">Rounds it takes or took part in.</param>
/// <param name="Accounts">People who work for it here.</param>
public sealed record AgencyState(AgencyDefinition Agency, int Assessments, int Accounts)
{
    public bool IsInUse => Assessments > 0 || Accounts > 0;
}
