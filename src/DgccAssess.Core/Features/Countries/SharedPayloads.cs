using DgccAssess.Core.Features.Sharing.Payload;
using Microsoft.Extensions.Caching.Memory;

namespace DgccAssess.Core.Features.Countries;

/// <summary>Parsed payloads by their hash, for half a minute: what was withdrawn is in no server's memory longer, whichever server heard of it.</summary>
public sealed class SharedPayloads : IDisposable
{
    /// <summary>Letters of JSON; parsed, a payload takes about three bytes for each.</summary>
    private const long MaxLetters = 16 * 1024 * 1024;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxLetters });

    public SharedPayload Read(string hash, string json) =>
        kept.Get<SharedPayload>(hash)
        ?? kept.Set(hash, SharedJson.Read(json), new MemoryCacheEntryOptions { Size = json.Length, AbsoluteExpirationRelativeToNow = CountryRules.Kept });

    /// <summary>The parsed payload, if it is still here.</summary>
    public SharedPayload? Find(string hash) => kept.Get<SharedPayload>(hash);

    public void Forget() => kept.Clear();

    public void Dispose() => kept.Dispose();
}
