namespace DgccAssess.Core.Features.Connect;

/// <summary>How long what a space issues is good.</summary>
public static class ConnectRules
{
    public static readonly TimeSpan AccessToken = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Code = TimeSpan.FromMinutes(2);

    /// <summary>Each use gives a new one; unused for this long, the person signs in again.</summary>
    public static readonly TimeSpan RefreshToken = TimeSpan.FromDays(14);
}
