using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>Makes another space of the same server the identity provider of this one.</summary>
    /// <param name="provider">The other space.</param>
    /// <param name="server">Address of the server.</param>
    /// <param name="adjust">Other settings than: its people by their address, with the role they have there, beside local sign-in.</param>
    public async Task<TestSpace> FederateAsync(TestSpace provider, string server = "http://localhost", Func<IdentityProviderSettings, IdentityProviderSettings>? adjust = null)
    {
        var client = await provider.CreateClientAsync(ApiClientKind.Device, redirects: $"{server}{Path}/sign-in/provider/back");
        var settings = new IdentityProviderSettings
        {
            Issuer = server + provider.Path,
            ClientId = client.ClientId,
            Names = LocalizedText.Of(("en", "National Identity"), ("id", "Identitas Nasional"), ("ar", "الهوية الوطنية"), ("fr", "Identité nationale")),
            Scopes = ["profile", "email", "roles"],
            Roles = [.. Core.Security.Roles.Defaults.Keys.Where(r => Core.Security.Roles.ExistsIn(Space.Kind, r)).Select(r => new MappedValue(r, r))],
            AgencyClaim = "agency",
            AllowedDomains = [$"{provider.Space.Id}.example"],
        };
        return await WithSettingsAsync(Space.Settings with { IdentityProvider = adjust?.Invoke(settings) ?? settings });
    }

    /// <summary>The same space under other settings.</summary>
    public async Task<TestSpace> WithSettingsAsync(SpaceSettings settings) => new(App, await App.Services.GetRequiredService<RegisterSpace>().HandleAsync(Space.Id, Space.Kind, settings));
}

/// <summary>What the application asks of "localhost", another space of itself answers, although nothing listens there.</summary>
internal sealed class LoopBackHandler(TestApp app) : DelegatingHandler
{
    private readonly Lazy<HttpMessageInvoker> inside = new(() => new HttpMessageInvoker(app.Server.CreateHandler()));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { Host: "localhost", IsDefaultPort: true } ? inside.Value.SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);
}
