namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <summary>Korea's hub in another installation; bound from "Spaces:ID:Hub". The government's data stays here, and what it shares is sent there.</summary>
public sealed record HubOptions
{
    /// <summary>The hub's own address, for example https://hub.example.org/hub. Anything but https only on this machine itself.</summary>
    public string? Address { get; init; }

    /// <summary>Of the program that the hub's administrator registered for this government.</summary>
    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>A mounted file that holds the secret and nothing else.</summary>
    public string? ClientSecretFile { get; init; }

    public string Secret() => ClientSecret ?? File.ReadAllText(ClientSecretFile!).Trim();

    /// <param name="path">Below the hub's address.</param>
    public Uri At(string path) => new(Address!.TrimEnd('/') + path);

    /// <summary>What is wrong with it, in one line that repeats no secret; null: nothing.</summary>
    public string? Fault(string spaceId)
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            return $"Spaces:{spaceId}:Hub:Address is no address that begins with https.";
        if (string.IsNullOrWhiteSpace(ClientId)) return $"Spaces:{spaceId}:Hub needs ClientId.";
        if (ClientSecret is null == ClientSecretFile is null) return $"Spaces:{spaceId}:Hub needs either ClientSecret or ClientSecretFile.";
        try
        {
            return Secret().Length > 0 ? null : $"Spaces:{spaceId}:Hub has an empty secret.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Spaces:{spaceId}:Hub:ClientSecretFile can't be read: {ClientSecretFile}";
        }
    }
}
