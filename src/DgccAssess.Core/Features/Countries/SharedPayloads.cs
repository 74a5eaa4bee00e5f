using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Scoring.SharedCore;
using Microsoft.Extensions.Caching.Memory;

namespace DgccAssess.Core.Features.Countries;

/// <summary>Parsed payloads and their slices by the payload's hash, for half a minute: what was withdrawn is in no server's memory longer, whichever server heard of it.</summary>
public sealed class SharedPayloads : IDisposable
{
    /// <summary>Letters of JSON; parsed, a payload takes about three bytes for each.</summary>
    private const long MaxLetters = 16 * 1024 * 1024;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MaxLetters });

    public SharedPayload Read(string hash, string json) => kept.Get<SharedPayload>(hash) ?? Keep(hash, SharedJson.Read(json), json.Length);

    /// <summary>The parsed payload, if it is still here.</summary>
    public SharedPayload? Find(string hash) => kept.Get<SharedPayload>(hash);

    public SharedCoreFigures ReadCore(string hash, string group, string json) => FindCore(hash, group) ?? Keep((hash, group), SharedJson.ReadCore(json), json.Length);

    /// <summary>The parsed slice, if it is still here.</summary>
    public SharedCoreFigures? FindCore(string hash, string group) => kept.Get<SharedCoreFigures>((hash, group));

    public void Forget() => kept.Clear();

    public void Dispose() => kept.Dispose();

    private T Keep<T>(object key, T value, int letters) => kept.Set(key, value, new MemoryCacheEntryOptions { Size = letters, AbsoluteExpirationRelativeToNow = CountryRules.Kept });
}
