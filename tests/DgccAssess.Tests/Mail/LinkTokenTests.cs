using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Mail;

public sealed class LinkTokenTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Token_IsGoodInItsSpaceForItsPurposeAndItsTime(DatabaseProvider provider)
    {
        var (space, other) = (await apps.On(provider).CreateSpaceAsync(), await apps.On(provider).CreateSpaceAsync());
        var claim = new LinkClaim(Guid.CreateVersion7(), "stamp|with|bars");
        var now = TimeProvider.System.UtcNow;
        var token = await CreateAsync(space, claim, now.AddMinutes(5));

        Assert.Equal(claim, await ReadAsync(space, "reset", token));
        Assert.Null(await ReadAsync(other, "reset", token));
        Assert.Null(await ReadAsync(space, "invitation", token));
        Assert.Null(await ReadAsync(space, "reset", await CreateAsync(space, claim, now.AddSeconds(-1))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("AAAA")]
    public async Task Token_ThatIsNone_IsNull(string? token) =>
        Assert.Null(await ReadAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(), "reset", token));

    [Fact]
    public async Task Token_ChangedAnywhere_IsNull()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        var token = await CreateAsync(space, new LinkClaim(Guid.CreateVersion7(), ""), TimeProvider.System.UtcNow.AddMinutes(5));
        foreach (var at in Enumerable.Range(0, token.Length).Where(i => i % 7 == 0))
        {
            var forged = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
            Assert.Null(await ReadAsync(space, "reset", forged));
        }
    }

    private static Task<string> CreateAsync(TestSpace space, LinkClaim claim, DateTime expiresAt) =>
        space.RunAsync(services => Task.FromResult(services.GetRequiredService<LinkTokens>().Create("reset", claim, expiresAt)));

    private static Task<LinkClaim?> ReadAsync(TestSpace space, string purpose, string? token) =>
        space.RunAsync(services => Task.FromResult(services.GetRequiredService<LinkTokens>().Read(purpose, token)));
}
