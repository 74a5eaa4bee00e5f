using System.Security.Cryptography;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Connect.Keys;

/// <summary>Opens and closes key material. A row copied into another space's database can't be opened there.</summary>
public sealed class SpaceKeyProtection([FromKeyedServices(LinkTokens.Keys)] IDataProtectionProvider installation)
{
    private const string Purpose = "DgccAssess.SpaceKeys";

    public byte[] Close(SpaceInfo space, byte[] material) => Of(space).Protect(material);

    /// <summary>Null: closed for another space, or by an installation whose keys are not here.</summary>
    public byte[]? Open(SpaceInfo space, byte[] material)
    {
        try
        {
            return Of(space).Unprotect(material);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Of(SpaceInfo space) => installation.CreateProtector(Purpose, "space:" + space.Id);
}
