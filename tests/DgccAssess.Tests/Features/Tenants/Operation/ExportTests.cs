using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants.Door.Pack;
using DgccAssess.Core.Features.Tenants.Operation;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Golden;
using DgccAssess.Tests.Features.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Tenants.Operation;

public sealed class ExportTests(OperatedApps apps) : IClassFixture<OperatedApps>
{
    [Theory, Databases]
    public async Task Pack_OfAFinishedDiagnosis_HoldsEverythingAndNoSecret(DatabaseProvider provider)
    {
        using var operated = await apps.OnAsync(provider);
        var tenant = await operated.App.CreateSpaceAsync();
        var diagnosis = await tenant.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await diagnosis.AddEvidenceAsync("I1", "=decree.pdf", SampleFiles.Pdf);
        await diagnosis.PublishAllAsync(PublishedCase.Get("G01").Levels);
        await tenant.DeclareAwardsAsync();
        await SealAllAsync(tenant);

        await operated.ActAsync(tenant, "export");
        await operated.Hub.RunDueJobsAsync();

        var export = Assert.Single(await operated.ExportsAsync(tenant));
        Assert.Equal((ExportState.Done, false, (string?)null), (export.State, export.Encrypted, export.Error));
        var bytes = await File.ReadAllBytesAsync(operated.PathOf(export));
        Assert.Equal((export.Bytes, export.Sha256), (bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var manifest = JsonDocument.Parse(Read(zip, "manifest.json")).RootElement;

        Assert.Equal(0, manifest.GetProperty("missing").GetArrayLength());
        Assert.All(manifest.GetProperty("files").EnumerateArray(), file =>
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, file.GetProperty("path").GetString()!)))));
        Assert.Equal(SampleFiles.Pdf, Bytes(zip, $"evidence/{Convert.ToHexStringLower(SHA256.HashData(SampleFiles.Pdf))}.pdf"));
        Assert.Equal("%PDF"u8.ToArray(), Bytes(zip, "results/2021/kemenko-perekonomian-en.pdf")[..4]);
        Assert.Contains("'=decree.pdf", Read(zip, "tables/evidence.csv"), StringComparison.Ordinal);
        Assert.Equal("=decree.pdf", Assert.Single(Rows(zip, "evidence")).GetProperty("name").GetString());
        foreach (var (table, count) in await CountsAsync(tenant)) Assert.Equal(count, Rows(zip, table).Count);
        Assert.All(Rows(zip, "snapshots"), row => Assert.Equal(row.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, $"snapshots/{row.GetProperty("id")}.json")))));
        Assert.Equal(2, Rows(zip, "awards").Count);
        Assert.All(Rows(zip, "awards"), row => Assert.Equal(row.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Bytes(zip, $"awards/{row.GetProperty("code")}-{row.GetProperty("number")}.json")))));
        var hash = await tenant.ReadAsync(db => db.Users.Select(u => u.PasswordHash!).FirstAsync());
        Assert.All(zip.Entries.Where(e => e.FullName.StartsWith("tables/", StringComparison.Ordinal)), e => Assert.DoesNotContain(hash, Read(zip, e.FullName), StringComparison.Ordinal));
        Assert.True(PackAudit.Holds(zip, tenant.Space.Id));
    }

    [Fact]
    public async Task Pack_ForAGovernmentsKey_IsOpenedByItsPrivateKeyAlone_AndMayBeFetched()
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        using var key = RSA.Create(2048);
        var tenant = await operated.App.CreateSpaceAsync(id => new SpaceSettings
        {
            Names = LocalizedText.Of(("en", $"Land {id}")), Languages = ["en"], TimeZone = "Asia/Jakarta", MfaRoles = [], ExportKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        });
        var plain = await operated.App.CreateSpaceAsync();
        foreach (var space in new[] { tenant, plain }) await operated.ActAsync(space, "export");
        await operated.Hub.RunDueJobsAsync();
        var (export, open) = ((await operated.ExportsAsync(tenant)).Single(), (await operated.ExportsAsync(plain)).Single());

        using var fetched = await operated.Browser.Client.GetAsync($"/hub/tenants/{tenant.Space.Id}/exports/{export.Id}");
        using var refused = await operated.Browser.Client.GetAsync($"/hub/tenants/{plain.Space.Id}/exports/{open.Id}");
        using var foreign = await operated.Browser.Client.GetAsync($"/hub/tenants/{plain.Space.Id}/exports/{export.Id}");

        Assert.True(export.Encrypted);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, foreign.StatusCode));
        var bytes = await fetched.Content.ReadAsByteArrayAsync();
        Assert.Equal(export.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        using var outer = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["README.txt", "passphrase.enc", "pack.zip.enc"], outer.Entries.Select(e => e.FullName));
        using var inner = new ZipArchive(new MemoryStream(Decrypt(Bytes(outer, "pack.zip.enc"), key.Decrypt(Bytes(outer, "passphrase.enc"), RSAEncryptionPadding.OaepSHA256))));
        Assert.Equal(tenant.Space.Id, JsonDocument.Parse(Read(inner, "manifest.json")).RootElement.GetProperty("space").GetString());
        Assert.Equal(1, await operated.InHubAsync(hub => hub.AuditEvents.CountAsync(e => e.Type == "TenantExportFetched")));
    }

    [Fact]
    public async Task Export_WhileOneIsUnderWay_IsRefused_AndAFailedOneSaysWhy()
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        var tenant = await operated.App.CreateSpaceAsync();
        await operated.ActAsync(tenant, "export");

        var second = await operated.ActAsync(tenant, "export");
        var export = (await operated.ExportsAsync(tenant)).Single();
        await operated.Hub.RunAsync(services => services.GetRequiredService<ExportTenant>().GiveUpAsync(new(export.Id), "IOException: disk full", CancellationToken.None));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("disk full", (await operated.Browser.GetAsync($"/tenants/{tenant.Space.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await operated.ActAsync(tenant, "export")).Status);
    }

    [Fact]
    public async Task Tables_OfTheModel_AreAllDecidedAbout()
    {
        using var operated = await apps.OnAsync(DatabaseProvider.Sqlite);
        var tenant = await operated.App.CreateSpaceAsync();

        Assert.Empty(await tenant.ReadAsync(db => Task.FromResult(PackTables.Undecided(db))));
    }

    private static Task SealAllAsync(TestSpace tenant) => tenant.RunAsync(async services =>
    {
        await Task.Delay(SealAuditEvents.Settling);
        await services.GetRequiredService<SealAuditEvents>().HandleAsync();
    });

    private static Task<Dictionary<string, int>> CountsAsync(TestSpace tenant) => tenant.ReadAsync(async db => new Dictionary<string, int>
    {
        ["answers"] = await db.Answers.CountAsync(), ["ratings"] = await db.Ratings.CountAsync(), ["accounts"] = await db.Users.CountAsync(),
        ["agencies"] = await db.Agencies.CountAsync(), ["snapshots"] = await db.Snapshots.CountAsync(), ["audit-sealed-events"] = await db.SealedEvents.CountAsync(),
    });

    private static byte[] Decrypt(byte[] encrypted, byte[] passphrase)
    {
        Assert.Equal("Salted__"u8.ToArray(), encrypted[..8]);
        var derived = Rfc2898DeriveBytes.Pbkdf2(passphrase, encrypted[8..16], 100_000, HashAlgorithmName.SHA256, 48);
        using var aes = Aes.Create();
        aes.Key = derived[..32];
        return aes.DecryptCbc(encrypted.AsSpan(16), derived.AsSpan(32));
    }

    private static List<JsonElement> Rows(ZipArchive zip, string table) => PackAudit.Rows(zip, table);

    private static byte[] Bytes(ZipArchive zip, string path) => PackAudit.Bytes(zip, path);

    private static string Read(ZipArchive zip, string path) => Encoding.UTF8.GetString(Bytes(zip, path));
}
