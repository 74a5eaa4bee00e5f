namespace DgccAssess.Web.Features.Accounts;

/// <summary>A password chosen by the link of a mail.</summary>
public sealed record ChosenPassword
{
    public string? Password { get; init; }
}
