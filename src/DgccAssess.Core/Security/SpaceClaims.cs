namespace DgccAssess.Core.Security;

/// <summary>Claim types of our own in the sign-in cookie.</summary>
public static class SpaceClaims
{
    /// <summary>Id of the space that issued the principal; compared on every request.</summary>
    public const string Space = "dgcc:space";

    public const string Permission = "dgcc:permission";
    public const string Agency = "dgcc:agency";

    /// <summary>Token of the sign-in whose record is in the space's database.</summary>
    public const string Session = "dgcc:session";

    public const string Name = "dgcc:name";

    /// <summary>One of <see cref="ApiScopes"/>: of a token, never of a session.</summary>
    public const string Scope = "dgcc:scope";

    /// <summary>The account's security stamp in a token: it is void once the password, the factors or the rights were changed.</summary>
    public const string Stamp = "dgcc:stamp";

    /// <summary>Key of the program a token was issued to for itself; a person's token has none.</summary>
    public const string Client = "dgcc:client";
}
