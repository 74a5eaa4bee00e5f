using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.SignIn.Passwords;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.SignIn;

public sealed class PasswordRulesTests(TestApps apps)
{
    [Fact]
    public void List_IsShipped() => Assert.InRange(CommonPasswords.Count, 10_000, 100_000);

    [Theory]
    [InlineData("password")]
    [InlineData("1234567890")]
    [InlineData("Football")]
    [InlineData("password2026!")]
    [InlineData("2026-P@ssw0rd-2026")]
    [InlineData("dragondragon")]
    [InlineData("Dragon.Dragon")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    public void Common_IsFound(string password) => Assert.True(CommonPasswords.Contains(password));

    [Theory]
    [InlineData(TestSpace.Password)]
    [InlineData("try-the-diagnosis")]
    [InlineData("semut rangrang di jendela")]
    [InlineData("نافذة على البحر القديم")]
    public void Phrase_IsNot(string password) => Assert.False(CommonPasswords.Contains(password));

    [Theory, Databases]
    public async Task CreateAccount_WeakPassword_IsRefusedWithTheReason(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();

        async Task<string> RefusalAsync(string password) => await space.RunAsync(async services =>
        {
            var result = await services.GetRequiredService<CreateAccount>().HandleAsync(new("wira.kusuma@gov.example", "Wira Kusuma", password, Roles.Reader, null));
            return Assert.Single(result.Problems).Message;
        });

        Assert.Equal("Accounts.PasswordTooShort", await RefusalAsync("kapal-laut7"));
        Assert.Equal("Accounts.PasswordCommon", await RefusalAsync("Superman1234567"));
        Assert.Equal("Accounts.PasswordPersonal", await RefusalAsync("kusuma-likes-tea"));
        Assert.Equal("Accounts.PasswordPersonal", await RefusalAsync("WiraKusuma and tea"));
        Assert.Equal("Accounts.PasswordPersonal", await RefusalAsync($"my testland {space.Space.Id} day"));
    }
}
