using Microsoft.Extensions.Caching.Memory;

namespace DgccAssess.Core.Features.SignIn.Sessions;

/// <summary>Spares most requests the look into the database: a session found is remembered for seconds.</summary>
public sealed class SessionCache : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    public SessionState? Find(string spaceId, string hash) => cache.Get<SessionState>((spaceId, hash));

    public void Put(string spaceId, string hash, SessionState state) => cache.Set((spaceId, hash), state, SessionRules.Remembered);

    public void Forget(string spaceId, string hash) => cache.Remove((spaceId, hash));

    public void Dispose() => cache.Dispose();
}
