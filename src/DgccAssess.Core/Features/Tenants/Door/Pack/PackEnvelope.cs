using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>Closes a pack to the government's key while it is written; openssl opens it, without this product.</summary>
internal static class PackEnvelope
{
    private const int Iterations = 100_000, SaltBytes = 8, KeyBytes = 32, BlockBytes = 16;

    private const string Readme = """
        Encrypted exit pack. With the private key that belongs to the key in tenant.yaml:
          openssl pkeyutl -decrypt -inkey private.pem -in passphrase.enc -out passphrase.txt -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256
          openssl enc -d -aes-256-cbc -pbkdf2 -iter 100000 -md sha256 -in pack.zip.enc -out pack.zip -pass file:passphrase.txt

        """;

    public static async Task WriteAsync(Stream target, string publicKey, Func<Stream, Task> write)
    {
        var passphrase = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        await using var outer = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(outer, "README.txt", stream => stream.WriteAsync(Encoding.UTF8.GetBytes(Readme)).AsTask());
        await AddAsync(outer, "passphrase.enc", stream => stream.WriteAsync(rsa.Encrypt(Encoding.ASCII.GetBytes(passphrase), RSAEncryptionPadding.OaepSHA256)).AsTask());
        await AddAsync(outer, "pack.zip.enc", stream => EncryptAsync(stream, passphrase, write));
    }

    private static async Task EncryptAsync(Stream target, string passphrase, Func<Stream, Task> write)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var derived = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(passphrase), salt, Iterations, HashAlgorithmName.SHA256, KeyBytes + BlockBytes);
        await target.WriteAsync((byte[])[.. "Salted__"u8, .. salt]);
        using var aes = Aes.Create();
        using var encryptor = aes.CreateEncryptor(derived[..KeyBytes], derived[KeyBytes..]);
        await using var crypto = new CryptoStream(target, encryptor, CryptoStreamMode.Write, leaveOpen: true);
        await write(crypto);
    }

    private static async Task AddAsync(ZipArchive zip, string name, Func<Stream, Task> write)
    {
        await using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        await write(entry);
    }
}
