using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DgccAssess.Core;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Tests.Cli;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Tenancy;

/// <summary>The installation's keys lie in the hub's database; with a certificate nobody opens them who has the database alone.</summary>
public sealed class KeyProtectionTests
{
    [Theory]
    [InlineData("pfx", null)]
    [InlineData("pfx", "a password of the operator")]
    [InlineData("pem", null)]
    [InlineData("pem", "a password of the operator")]
    public async Task Keys_UnderACertificate_AreOpenedWithItAndItsSuccessorOnly(string format, string? password)
    {
        using var installation = new TestInstallation();
        Assert.Equal(0, (await installation.ApplyAsync("hub")).Code);
        var (first, second) = (Certificate(installation, "first", format, password), Certificate(installation, "second", format, password));

        var secret = Use(installation, first, password, [], keys => keys.Protect("what a session holds"));

        await using (var services = Services(installation, new()))
        await using (var hub = services.GetRequiredService<SpaceDatabases>().OpenHub())
        {
            var stored = Assert.Single(await hub.DataProtectionKeys.Select(k => k.Xml).ToListAsync());
            Assert.Contains("EncryptedData", stored, StringComparison.Ordinal);
            Assert.DoesNotContain("<value>", stored, StringComparison.Ordinal);
        }

        Assert.Equal("what a session holds", Use(installation, first, password, [], keys => keys.Unprotect(secret)));
        Assert.Equal("what a session holds", Use(installation, second, password, [first], keys => keys.Unprotect(secret)));
        Assert.Throws<CryptographicException>(() => Use(installation, second, password, [], keys => keys.Unprotect(secret)));
        Assert.Throws<CryptographicException>(() => Use(installation, null, null, [], keys => keys.Unprotect(secret)));
    }

    [Theory]
    [InlineData("not there")]
    [InlineData("no certificate")]
    [InlineData("wrong password")]
    public async Task Command_CertificateThatCantBeRead_SaysSo(string fault)
    {
        using var place = new TestInstallation();
        var file = fault switch
        {
            "wrong password" => Certificate(place, "first", "pfx", "another"),
            "no certificate" => Path.Combine(place.Folder, "words.pem"),
            _ => Path.Combine(place.Folder, "nobody.pfx"),
        };
        if (fault == "no certificate") await File.WriteAllTextAsync(file, "words", TestContext.Current.CancellationToken);
        using var installation = new TestInstallation(more: Settings(file, "a password", []));

        var (code, _, error) = await installation.ApplyAsync("hub");

        Assert.NotEqual(0, code);
        Assert.StartsWith("KeyProtection: a certificate can't be read (", Assert.Single(error.Split('\n')), StringComparison.Ordinal);
    }

    private static string Certificate(TestInstallation installation, string name, string format, string? password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(90));
        var file = Path.Combine(installation.Folder, $"{name}.{format}");
        if (format == "pfx") File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
        else File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + PrivateKey(key, password));
        return file;
    }

    private static string PrivateKey(RSA key, string? password) => password is null
        ? key.ExportPkcs8PrivateKeyPem()
        : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    private static string Use(TestInstallation installation, string? certificate, string? password, string[] previous, Func<IDataProtector, string> use)
    {
        using var services = Services(installation, certificate is null ? new() : Settings(certificate, password, previous));
        return use(services.GetRequiredKeyedService<IDataProtectionProvider>(LinkTokens.Keys).CreateProtector("test"));
    }

    private static Dictionary<string, string> Settings(string certificate, string? password, string[] previous)
    {
        var settings = new Dictionary<string, string> { ["KeyProtection:CertificateFile"] = certificate };
        if (password is not null) settings["KeyProtection:CertificatePassword"] = password;
        foreach (var (at, file) in previous.Index()) settings[$"KeyProtection:PreviousCertificateFiles:{at}"] = file;
        return settings;
    }

    private static ServiceProvider Services(TestInstallation installation, Dictionary<string, string> more)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(installation.Settings!).AddInMemoryCollection(more!).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddDgccCore(settings).BuildServiceProvider();
    }
}
