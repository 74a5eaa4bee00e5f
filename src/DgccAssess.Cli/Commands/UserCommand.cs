using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc user add</c>: the first accounts of a space. The password comes from DGCC_PASSWORD or is asked for, never from the command line.</summary>
internal static class UserCommand
{
    private const string PasswordVariable = "DGCC_PASSWORD";

    public static Command Create(IConfiguration? configuration)
    {
        var space = new Option<string>("--space") { Required = true, Description = "Space, for example indonesia or hub" };
        var email = new Option<string>("--email") { Required = true, Description = "Address to sign in with" };
        var name = new Option<string>("--name") { Required = true, Description = "Name as others see it" };
        var role = new Option<string>("--role") { Required = true, Description = string.Join(", ", Roles.Defaults.Keys.Order(StringComparer.Ordinal)) };
        var agency = new Option<string?>("--agency") { Description = "Code of the agency the person works for" };
        var language = new Option<string?>("--language") { Description = "Preferred language, for example fr" };
        var add = new Command("add", $"Adds an account; the password is read from {PasswordVariable} or asked for") { space, email, name, role, agency, language };
        add.SetAction((parsed, ct) => AddAsync(
            configuration,
            parsed.GetRequiredValue(space),
            new NewAccount(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), parsed.GetValue(agency), parsed.GetValue(language)),
            parsed.InvocationConfiguration,
            ct));
        return new Command("user", "Works on accounts") { add };
    }

    private sealed record NewAccount(string Email, string Name, string Role, string? Agency, string? Language);

    private static async Task<int> AddAsync(
        IConfiguration? configuration, string spaceId, NewAccount account, InvocationConfiguration console, CancellationToken ct)
    {
        await using var services = CommandServices.Create(configuration);
        var password = services.GetRequiredService<IConfiguration>()[PasswordVariable];
        if (await services.GetRequiredService<IMultiTenantStore>().GetAsync(spaceId, ct) is not { } space)
        {
            await console.Error.WriteLineAsync($"There is no space '{spaceId}'. Apply its folder first: dgcc tenant apply tenants/{spaceId}");
            return ExitCodes.BadInput;
        }

        return await services.InSpaceAsync(space, "dgcc user add", async scope =>
        {
            var (agencyId, problem) = await AgencyAsync(scope, space, account, ct);
            if (problem is null && string.IsNullOrEmpty(password ??= AskPassword(console.Output))) problem = "A password is needed.";
            if (problem is not null)
            {
                await console.Error.WriteLineAsync(problem);
                return ExitCodes.BadInput;
            }

            var created = await scope.GetRequiredService<CreateAccount>().HandleAsync(
                new(account.Email, account.Name, password!, account.Role, agencyId, account.Language));
            foreach (var refusal in created.Problems) await console.Error.WriteLineAsync(InWords(refusal));
            if (!created.Succeeded) return ExitCodes.BadInput;

            await console.Output.WriteLineAsync($"{space.Id}: {account.Email} added as {account.Role}");
            return ExitCodes.Ok;
        });
    }

    private static async Task<(Guid? Id, string? Problem)> AgencyAsync(IServiceProvider scope, SpaceInfo space, NewAccount account, CancellationToken ct)
    {
        if (account.Agency is null)
        {
            return account.Role is Roles.Respondent or Roles.Coordinator or Roles.Reader
                ? (null, $"A {account.Role} works for an agency: give --agency.")
                : (null, null);
        }

        if (space.IsHub) return (null, "The hub has no agencies.");
        var id = await scope.GetRequiredService<TenantDbContext>().Agencies.Where(a => a.Code == account.Agency).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        return id is null ? (null, $"There is no agency '{account.Agency}' in {space.Id}.") : (id, null);
    }

    private static string InWords(Problem problem) => problem.Message switch
    {
        AccountMessages.EmailInvalid => "This is not an e-mail address.",
        AccountMessages.RoleUnknown => $"There is no role '{problem.Arguments[0]}'. Roles: {string.Join(", ", Roles.Defaults.Keys.Order(StringComparer.Ordinal))}.",
        "Accounts.DuplicateUserName" or "Accounts.DuplicateEmail" => "This address has an account already.",
        "Accounts.PasswordTooShort" => $"The password is shorter than {AccountRules.PasswordLength} characters.",
        "Accounts.PasswordRequiresUniqueChars" => "The password repeats too few different characters.",
        "Accounts.PasswordCommon" => "This password is one of the first that attackers try.",
        "Accounts.PasswordPersonal" => "The password contains a name of the person, of the address or of the space.",
        var other => other,
    };

    private static string? AskPassword(TextWriter output)
    {
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        output.Write("Password: ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else typed.Append(key.KeyChar);
        }

        output.WriteLine();
        return typed.ToString();
    }
}
