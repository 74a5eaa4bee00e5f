namespace DgccAssess.Core.Features.Federation;

/// <summary>What the identity provider gave a space to prove itself with; bound from "Spaces:ID:IdentityProvider", never from a file of the project.</summary>
public sealed record IdentityProviderSecret
{
    public string? Secret { get; init; }

    /// <summary>A mounted file that holds the secret and nothing else.</summary>
    public string? SecretFile { get; init; }

    public string Read() => Secret ?? File.ReadAllText(SecretFile!).Trim();

    /// <summary>What is wrong with it, in one line that repeats no secret; null: nothing.</summary>
    public string? Fault(string spaceId)
    {
        if (Secret is null == SecretFile is null) return $"Spaces:{spaceId}:IdentityProvider needs either Secret or SecretFile.";
        try
        {
            return Read().Length > 0 ? null : $"Spaces:{spaceId}:IdentityProvider has an empty secret; a provider that wants none needs no setting.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Spaces:{spaceId}:IdentityProvider:SecretFile can't be read: {SecretFile}";
        }
    }
}
