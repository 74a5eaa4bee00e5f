using Microsoft.IdentityModel.Tokens;

namespace DgccAssess.Core.Features.Connect.Keys;

/// <summary>The opened keys of a space at one time; those in use stand first.</summary>
/// <param name="Signing">ECDSA keys with their private half.</param>
/// <param name="Encryption">Keys of 256 bits.</param>
/// <param name="Id">Changes with the keys and their order.</param>
public sealed record SpaceKeySet(IReadOnlyList<ECDsaSecurityKey> Signing, IReadOnlyList<SymmetricSecurityKey> Encryption, string Id);
