namespace DgccAssess.Web.Features.Accounts;

public sealed record AccountInput
{
    public string? Email { get; init; }
    public string? DisplayName { get; init; }
    public List<string> Roles { get; init; } = [];
    public string? Agency { get; init; }
    public string? Language { get; init; }
    public Guid? Id { get; init; }
    public int? Version { get; init; }
}

/// <summary>What the fields of a person need to be shown.</summary>
public sealed record AccountFields(AccountInput Input, IReadOnlyList<RoleChoice> Roles, IReadOnlyList<AgencyChoice> Agencies, IReadOnlyList<string> Languages);
