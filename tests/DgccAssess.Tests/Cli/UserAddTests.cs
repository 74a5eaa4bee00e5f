using DgccAssess.Core.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Cli;

public sealed class UserAddTests
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task UserAdd_Coordinator_CanSignInForTheAgency()
    {
        using var installation = new TestInstallation(password: Password);
        await installation.ApplyAsync("tunisia");

        var added = await AddAsync(installation, "coordinator", "--agency", "demo-services");
        var again = await AddAsync(installation, "coordinator", "--agency", "demo-services");

        Assert.Equal((0, "tunisia: a@example.org added as coordinator", ""), added);
        Assert.Equal((2, ""), (again.Code, again.Output));
        Assert.Contains("has an account already", again.Error, StringComparison.Ordinal);
        Assert.True(await installation.ReadAsync("tunisia", async (IServiceProvider services) =>
        {
            var accounts = services.GetRequiredService<UserManager<Account>>();
            var account = await accounts.FindByEmailAsync("a@example.org");
            return account!.AgencyId is not null && await accounts.CheckPasswordAsync(account, Password) && await accounts.IsInRoleAsync(account, "coordinator");
        }));
    }

    [Theory]
    [InlineData("king", null, "There is no role")]
    [InlineData("respondent", null, "give --agency")]
    [InlineData("respondent", "atlantis", "There is no agency")]
    public async Task UserAdd_WrongRoleOrAgency_IsBadInput(string role, string? agency, string expected)
    {
        using var installation = new TestInstallation(password: Password);
        await installation.ApplyAsync("tunisia");

        var result = await AddAsync(installation, role, agency is null ? [] : ["--agency", agency]);

        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        Assert.Equal(0, await installation.ReadAsync("tunisia", db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task UserAdd_ShortPasswordOrUnknownSpace_IsBadInput()
    {
        using var installation = new TestInstallation(password: "short");
        await installation.ApplyAsync("tunisia");

        var weak = await AddAsync(installation, "organizer");
        var nowhere = await installation.RunAsync("user", "add", "--space", "atlantis", "--email", "a@example.org", "--name", "A", "--role", "organizer");

        Assert.Equal((2, 2), (weak.Code, nowhere.Code));
        Assert.Contains("shorter than 12", weak.Error, StringComparison.Ordinal);
        Assert.Contains("There is no space 'atlantis'", nowhere.Error, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Error)> AddAsync(TestInstallation installation, string role, params string[] more) =>
        installation.RunAsync(["user", "add", "--space", "tunisia", "--email", "a@example.org", "--name", "Amina", "--role", role, .. more]);
}
