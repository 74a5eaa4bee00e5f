using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Connect;

public sealed class KeyRotationTests(TestApps apps)
{
    private static readonly DateTime Now = new(2026, 11, 28, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Usable_TheNewestInUseStandsFirst_ThenTheAnnounced_ThenTheEarlier()
    {
        var (earlier, current, announced) = (Key(1, Now.AddDays(-90)), Key(2, Now.AddMinutes(-1)), Key(3, Now.AddMinutes(4)));

        Assert.Equal([current, announced, earlier], SpaceKeyRules.Usable([announced, earlier, current], Now));
    }

    [Fact]
    public void Usable_AKeyEndsWhenNoTokenUnderItCanLive()
    {
        var (first, second) = (Key(1, Now.AddDays(-90)), Key(2, Now));

        Assert.Contains(first, SpaceKeyRules.Usable([first, second], Now + SpaceKeyRules.KeptAfter - TimeSpan.FromSeconds(1)));
        Assert.DoesNotContain(first, SpaceKeyRules.Usable([first, second], Now + SpaceKeyRules.KeptAfter));
    }

    [Fact]
    public void Usable_NothingBeforeTheFirstKeyBegins() => Assert.Empty(SpaceKeyRules.Usable([Key(1, Now.AddMinutes(1))], Now));

    [Fact]
    public void IsDue_OnceTheNewestIsOldEnough()
    {
        Assert.True(SpaceKeyRules.IsDue([], Now));
        Assert.False(SpaceKeyRules.IsDue([Key(1, Now.AddDays(-200)), Key(2, Now.AddDays(-89))], Now));
        Assert.True(SpaceKeyRules.IsDue([Key(1, Now.AddDays(-200)), Key(2, Now.AddDays(-90))], Now));
    }

    [Theory, Databases]
    public async Task Rotation_KeepsEarlierTokensGoodAndSignsWithTheNewKey(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var client = await space.CreateClientAsync();
        var before = await space.TokenAsync(client);

        await RotateAsync(space, RotateKeys.AtOnce);

        Assert.Equal(2, (await space.JsonAsync("/.well-known/jwks")).GetProperty("keys").GetArrayLength());
        var after = await space.TokenAsync(client);
        Assert.NotEqual(KeyOf(before), KeyOf(after));
        Assert.Equal(HttpStatusCode.OK, await space.CallerStatusAsync(before));
        Assert.Equal(HttpStatusCode.OK, await space.CallerStatusAsync(after));
    }

    [Theory, Databases]
    public async Task Rotation_BeforeItIsDue_ChangesNothing(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        Assert.True(await RotateAsync(space, RotateKeys.WhenDue));

        Assert.False(await RotateAsync(space, RotateKeys.WhenDue));
        Assert.Equal(2, await space.ReadAsync(db => db.SpaceKeys.CountAsync()));
    }

    [Theory, Databases]
    public async Task Rotation_AskedForByTwoServersAtOnce_MakesKeysOnce(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RotateAsync(space, RotateKeys.WhenDue)));

        Assert.Equal(2, await space.ReadAsync(db => db.SpaceKeys.CountAsync(k => k.Number == 1)));
        Assert.Equal(HttpStatusCode.OK, await space.CallerStatusAsync(await space.TokenAsync(await space.CreateClientAsync())));
    }

    private static Task<bool> RotateAsync(TestSpace space, RotateKeys when) => space.RunAsync(s => s.GetRequiredService<RotateSigningKeys>().HandleAsync(when));

    /// <summary>The key an encrypted token names in its header.</summary>
    private static string KeyOf(string token) => System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[0]));

    private static SpaceKey Key(int number, DateTime usedFrom) =>
        new() { Id = Guid.CreateVersion7(), Use = SpaceKeyUse.Signing, Number = number, CreatedAt = usedFrom, UsedFrom = usedFrom, Material = [] };
}
