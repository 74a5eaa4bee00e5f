using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Security;

/// <summary>
/// Bound from "KeyProtection": the operator's certificate, under which the installation's data-protection keys lie in the hub's database. Without one they lie
/// there in the clear, and the database must be guarded as a secret.
/// </summary>
public sealed record KeyProtectionOptions
{
    /// <summary>A mounted file, PEM or PKCS #12, with the certificate and its private key (RSA).</summary>
    public string? CertificateFile { get; init; }

    /// <summary>From the environment; none: the file has no password.</summary>
    public string? CertificatePassword { get; init; }

    /// <summary>Certificates used before, with the same password: keys that lie under them are still opened.</summary>
    public IReadOnlyList<string> PreviousCertificateFiles { get; init; } = [];
}

internal static class KeyProtection
{
    private const string Section = "KeyProtection";

    /// <summary>The framework takes certificates at registration; one that can't be read is said with the other settings when the program starts.</summary>
    public static IDataProtectionBuilder ProtectKeys(this IDataProtectionBuilder keys, IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<KeyProtectionOptions>() ?? new();
        if (settings.CertificateFile is not { Length: > 0 } file)
        {
            if (settings.PreviousCertificateFiles.Count > 0) Refuse(keys.Services, $"{Section}:PreviousCertificateFiles is given without {Section}:CertificateFile.");
            return keys;
        }

        try
        {
            return keys
                .ProtectKeysWithCertificate(Read(file, settings.CertificatePassword))
                .UnprotectKeysWithAnyCertificate([.. settings.PreviousCertificateFiles.Prepend(file).Select(f => Read(f, settings.CertificatePassword))]);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            Refuse(keys.Services, $"{Section}: a certificate can't be read ({e.Message})");
            return keys;
        }
    }

    /// <exception cref="CryptographicException">It is no certificate with an RSA key, or the password is wrong.</exception>
    private static X509Certificate2 Read(string file, string? password)
    {
        var certificate = X509Certificate2.GetCertContentType(file) is X509ContentType.Pkcs12
            ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
            : password is null ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);
        using var key = certificate.GetRSAPrivateKey();
        return key is null ? throw new CryptographicException($"{file} has no RSA private key.") : certificate;
    }

    private static void Refuse(IServiceCollection services, string message) =>
        services.AddOptions<KeyProtectionOptions>().Validate(_ => false, message).ValidateOnStart();
}
