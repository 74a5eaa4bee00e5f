using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Features.Sharing.Publishing;

/// <summary>The hub of another installation, over HTTPS: a token for the program (client credentials), then the hub's API. Nothing else is asked of it, and it asks nothing back.</summary>
public sealed class RemoteHub(SpaceInfo tenant, IOptions<DatabaseOptions> options, IHttpClientFactory http, HubTokens tokens) : ISharingHub
{
    public const string Client = "sharing-hub";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    private readonly HubOptions? hub = options.Value.Spaces.TryGetValue(tenant.Id, out var own) ? own.Hub : null;

    /// <summary>This tenant's hub is elsewhere.</summary>
    public bool IsSet => hub is not null;

    public async Task PublishAsync(SignedPublication publication, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, hub!.At("/api/v1/sharing/publications")) { Content = JsonContent.Create(publication, options: Json) };
        // The same publication again is the same request.
        request.Headers.Add("Idempotency-Key", Payload.SharedJson.HashOf(publication.Envelope));
        using var answer = await SendAsync(request, ct);
    }

    public async Task<IReadOnlyList<AccessRecord>> AccessesAsync(DateTime since, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, hub!.At($"/api/v1/sharing/accesses?since={Uri.EscapeDataString(since.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))}"));
        using var answer = await SendAsync(request, ct);
        return await answer.Content.ReadFromJsonAsync<List<AccessRecord>>(Json, ct) ?? [];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            using var client = http.CreateClient(Client);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.OfAsync(tenant.Id, hub!, client, ct));
            request.Headers.Accept.ParseAdd("application/json");
            var answer = await client.SendAsync(request, ct);
            if (answer.IsSuccessStatusCode) return answer;
            if (answer.StatusCode is HttpStatusCode.Unauthorized) tokens.Forget(tenant.Id);
            using (answer) throw new SharingRefusedException($"The hub answered {(int)answer.StatusCode}: {await ReasonAsync(answer, ct)}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            throw new SharingRefusedException($"The hub could not be asked: {e.Message}", e);
        }
    }

    /// <summary>What is wrong, as the hub says it; a field, no content.</summary>
    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        const int most = 300;
        var text = await answer.Content.ReadAsStringAsync(ct);
        return text.Length <= most ? text : text[..most];
    }
}
