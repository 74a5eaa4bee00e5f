using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Federation;

/// <summary>The secret a provider gave a space, from a mounted file.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Space_WithASecret_ProvesItselfToTheProvider(bool isRight)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "not the secret\n");
        await using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { [$"Spaces:{SpaceInfo.HubId}:IdentityProvider:SecretFile"] = file });
        var authority = await app.CreateSpaceAsync();
        var hub = await app.HubAsync();
        var (client, back) = (await authority.CreateClientAsync(ApiClientKind.Web, redirects: "https://hub.example/back"), $"http://localhost{hub.Path}/sign-in/provider/back");
        // Web applications are registered for https alone.
        await authority.ReadAsync(db => db.ApiClients.Where(c => c.Id == client.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.RedirectUris, $"[\"{back}\"]")));
        if (isRight) await File.WriteAllTextAsync(file, client.Secret + "\n");
        hub = await hub.FederateAsync(authority, adjust: s => s with { ClientId = client.ClientId });
        using var browser = hub.Anonymous();

        var page = await new FederationScene(authority, hub).SignInAsync(browser, await authority.CreatePersonAsync(Roles.Auditor));

        Assert.Equal(isRight ? "Your work" : "You could not be signed in", page.Heading);
        File.Delete(file);
    }
}
