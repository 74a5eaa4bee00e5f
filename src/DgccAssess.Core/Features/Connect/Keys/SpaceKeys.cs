using System.Collections.Concurrent;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace DgccAssess.Core.Features.Connect.Keys;

/// <summary>Hands out the keys of a space, remembered for a minute. The first one to ask in a new space makes them.</summary>
public sealed class SpaceKeys(SpaceScopes scopes, SpaceKeyProtection protection, TimeProvider clock, ILogger<SpaceKeys> log)
{
    private readonly ConcurrentDictionary<string, (SpaceKeySet Keys, DateTime ReadAt)> known = new(StringComparer.Ordinal);

    public ValueTask<SpaceKeySet> OfAsync(SpaceInfo space, CancellationToken ct) =>
        known.TryGetValue(space.Id, out var entry) && clock.UtcNow - entry.ReadAt < SpaceKeyRules.Remembered ? new(entry.Keys) : new(ReadAsync(space, ct));

    /// <summary>After a rotation: this server need not wait.</summary>
    public void Forget(SpaceInfo space) => known.TryRemove(space.Id, out _);

    private async Task<SpaceKeySet> ReadAsync(SpaceInfo space, CancellationToken ct)
    {
        var keys = await OpenAsync(space, ct) ?? await MakeAsync(space, ct);
        known[space.Id] = (keys, clock.UtcNow);
        return keys;
    }

    private async Task<SpaceKeySet> MakeAsync(SpaceInfo space, CancellationToken ct)
    {
        await scopes.RunAsync(space, services =>
        {
            services.GetRequiredService<ActorContext>().Set(Actor.Program("keys"));
            return services.GetRequiredService<RotateSigningKeys>().HandleAsync(RotateKeys.AtOnce, ct);
        });
        return await OpenAsync(space, ct) ?? throw new InvalidOperationException($"Space '{space.Id}' has no key that can be opened.");
    }

    /// <summary>Null where a use has no key that can be opened and used.</summary>
    private async Task<SpaceKeySet?> OpenAsync(SpaceInfo space, CancellationToken ct)
    {
        var rows = await scopes.RunAsync(space, services => services.GetRequiredService<SpaceDbContext>().SpaceKeys.AsNoTracking().ToListAsync(ct));
        var opened = rows.Select(row => (Row: row, Material: protection.Open(space, row.Material))).ToList();
        foreach (var (row, _) in opened.Where(o => o.Material is null))
        {
            log.LogWarning("Key {Key} of space {Space} can't be opened with the data-protection keys of this installation; its tokens are void.", row.Id, space.Id);
        }

        var material = opened.Where(o => o.Material is not null).ToDictionary(o => o.Row.Id, o => o.Material!);
        var usable = Enum.GetValues<SpaceKeyUse>().ToDictionary(use => use, use => SpaceKeyRules.Usable(rows.Where(r => r.Use == use && material.ContainsKey(r.Id)), clock.UtcNow));
        if (usable.Values.Any(keys => keys.Count == 0)) return null;
        return new SpaceKeySet(
            [.. usable[SpaceKeyUse.Signing].Select(k => Signing(k, material[k.Id]))],
            [.. usable[SpaceKeyUse.Encryption].Select(k => new SymmetricSecurityKey(material[k.Id]) { KeyId = k.Id.ToString("N") })],
            string.Join(',', usable.Values.SelectMany(keys => keys).Select(k => k.Id)));
    }

    private static ECDsaSecurityKey Signing(SpaceKey key, byte[] material)
    {
        // Lives as long as the options that hold it: the process, or until the next rotation.
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(material, out _);
        return new ECDsaSecurityKey(ecdsa) { KeyId = key.Id.ToString("N") };
    }
}
