namespace DgccAssess.Web.Features.Accounts;

public sealed record RoleInput
{
    public string? Name { get; init; }
    public string? Title { get; init; }
    public List<string> Permissions { get; init; } = [];
    public int? Version { get; init; }
}
