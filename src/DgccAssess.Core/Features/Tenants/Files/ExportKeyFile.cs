using System.Security.Cryptography;
using DgccAssess.Core.Files;
using DgccAssess.Core.Files.Yaml;

namespace DgccAssess.Core.Features.Tenants.Files;

/// <summary>Reads the public key to which a government wants its exit packs encrypted.</summary>
internal static class ExportKeyFile
{
    private const int MinBits = 2048, MaxBits = 8192;

    /// <returns>SubjectPublicKeyInfo in base64; null without a key, or after logging what is wrong with it.</returns>
    public static string? Read(YamlReader yaml, string folder)
    {
        if (yaml.OptionalText("exportKey") is not { } name) return null;
        if (name != Path.GetFileName(name) || Path.GetExtension(name) != ".pem")
        {
            yaml.Log.Add(yaml.File, yaml.PositionOf("exportKey"), $"'{YamlReader.Shorten(name)}' is no key beside this file.", "Give the name of a PEM file in this folder, for example export-key.pem.");
            return null;
        }

        if (StrictText.Read(folder, name, yaml.Log) is not { } pem) return null;
        var file = StrictText.ShownPath(folder, name);
        // A private key is worth stealing: it must not lie in a folder that is public.
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            yaml.Log.Add(file, Position.Start, "This is a private key.", "Keep it secret, and put its public half here: openssl pkey -in private.pem -pubout");
            return null;
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            if (rsa.KeySize is >= MinBits and <= MaxBits) return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
            yaml.Log.Add(file, Position.Start, $"This key has {rsa.KeySize} bits.", $"Use an RSA key of {MinBits} to {MaxBits}.");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            yaml.Log.Add(file, Position.Start, "This is no public RSA key in PEM.", "Make one: openssl genrsa -out private.pem 3072; openssl pkey -in private.pem -pubout -out export-key.pem");
        }

        return null;
    }
}
