using System.Security.Cryptography;
using DgccAssess.Core.Press;
using Microsoft.Extensions.Caching.Memory;

namespace DgccAssess.Core.Features.Results;

/// <param name="Content">The bytes.</param>
/// <param name="Tag">Hash of the bytes: the same file has the same tag on every server.</param>
public sealed record ResultFile(byte[] Content, string Tag);

/// <summary>Papers and pictures of results, kept while there is room: a snapshot never changes, so neither does what is made of it.</summary>
public sealed class ResultFiles(IReportRenderer renderer) : IDisposable
{
    private const long MaxBytes = 64 * 1024 * 1024;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <exception cref="PressException">The press could not make it.</exception>
    public async Task<ResultFile> GetAsync(PressRequest request, CancellationToken ct)
    {
        // The request holds everything the file says, the hash of its snapshot included: two spaces never share one by mistake.
        var key = Convert.ToHexString(SHA256.HashData(request.Json.Span));
        if (cache.TryGetValue(key, out ResultFile? known)) return known!;

        var content = request.Finish(await renderer.RenderAsync(request, ct));
        var file = new ResultFile(content, Convert.ToHexStringLower(SHA256.HashData(content)));
        return cache.Set(key, file, new MemoryCacheEntryOptions { Size = content.Length });
    }

    public void Dispose() => cache.Dispose();
}
