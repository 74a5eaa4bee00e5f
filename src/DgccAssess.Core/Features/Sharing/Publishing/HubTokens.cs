using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <summary>Tokens of hubs elsewhere, each used until shortly before it ends: a hub counts who asks for tokens.</summary>
public sealed class HubTokens(TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);

    /// <param name="tenant">Whose program asks.</param>
    /// <param name="hub">Where.</param>
    /// <param name="client">To ask with.</param>
    /// <param name="ct">To stop.</param>
    /// <exception cref="SharingRefusedException">The hub gave none.</exception>
    public async Task<string> OfAsync(string tenant, HubOptions hub, HttpClient client, CancellationToken ct)
    {
        if (kept.TryGetValue(tenant, out var known) && known.EndsAt > clock.GetUtcNow() && known.Address == hub.Address && known.ClientId == hub.ClientId) return known.Token;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = hub.ClientId!, ["client_secret"] = hub.Secret(), ["scope"] = ApiScopes.Sharing,
        });
        using var answer = await client.PostAsync(hub.At("/connect/token"), form, ct);
        if (!answer.IsSuccessStatusCode) throw new SharingRefusedException($"The hub gave no token: {(int)answer.StatusCode}");
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        if (!body.TryGetProperty("access_token", out var token) || token.GetString() is not { } text) throw new SharingRefusedException("The hub gave no token.");
        var seconds = body.TryGetProperty("expires_in", out var lasts) && lasts.TryGetInt32(out var given) ? given : 0;
        kept[tenant] = new(text, hub.Address!, hub.ClientId!, clock.GetUtcNow().AddSeconds(seconds) - Margin);
        return text;
    }

    /// <summary>The hub does not know it any more.</summary>
    public void Forget(string tenant) => kept.TryRemove(tenant, out _);

    private sealed record Kept(string Token, string Address, string ClientId, DateTimeOffset EndsAt);
}
