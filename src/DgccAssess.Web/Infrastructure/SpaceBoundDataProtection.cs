using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace DgccAssess.Web.Infrastructure;

/// <summary>
/// Every protector of the framework (session cookie, antiforgery, temp data, account tokens) carries the space's id in its purpose:
/// what one space minted can't be opened in another. Without a space nothing can be protected at all.
/// </summary>
public static class SpaceBoundDataProtection
{
    public static IServiceCollection AddSpaceBoundDataProtection(this IServiceCollection services)
    {
        return services.AddSingleton<IDataProtectionProvider>(s => new Provider(
            s.GetRequiredKeyedService<IDataProtectionProvider>(LinkTokens.Keys),
            s.GetRequiredService<IHttpContextAccessor>()));
    }

    private sealed class Provider(IDataProtectionProvider inner, IHttpContextAccessor accessor) : IDataProtectionProvider
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(inner.CreateProtector(purpose), accessor);
    }

    private sealed class Protector(IDataProtector inner, IHttpContextAccessor accessor) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(inner.CreateProtector(purpose), accessor);

        public byte[] Protect(byte[] plaintext) => OfSpace().Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => OfSpace().Unprotect(protectedData);

        private IDataProtector OfSpace()
        {
            var http = accessor.HttpContext ?? throw new InvalidOperationException("Nothing can be protected outside a request of a space.");
            return inner.CreateProtector("space:" + http.RequestServices.GetRequiredService<SpaceContext>().Space.Id);
        }
    }
}
