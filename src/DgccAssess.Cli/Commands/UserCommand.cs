using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc user add</c>: the first accounts of a space. The password comes from DGCC_PASSWORD or is asked for, never from the command line.</summary>
internal static class UserCommand
{
    private const string PasswordVariable = "DGCC_PASSWORD";

    public static Command Create()
    {
        var space = new Option<string>("--space") { Required = true, Description = "Id of the space, for example indonesia" };
        var email = new Option<string>("--email") { Required = true };
        var name = new Option<string>("--name") { Required = true, Description = "Name as pages show it" };
        var role = new Option<string>("--role") { Required = true, Description = string.Join(", ", Roles.Defaults.Keys.Order(StringComparer.Ordinal)) };
        var agency = new Option<string?>("--agency") { Description = "Code of the agency the person works for" };
        var add = new Command("add", "Adds an account to a space") { space, email, name, role, agency };
        add.SetAction(async (parsed, ct) => await AddAsync(
            new(parsed.GetRequiredValue(space), parsed.GetRequiredValue(email), parsed.GetRequiredValue(name), parsed.GetRequiredValue(role), parsed.GetValue(agency)),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, ct));
        return new Command("user", "Works on accounts") { add };
    }

    private static async Task<int> AddAsync(NewUser user, TextWriter output, TextWriter error, CancellationToken ct)
    {
        await using var host = DgccHost.Open();
        if (await host.Get<IMultiTenantStore>().GetAsync(user.Space, ct) is not { } space) return await RefuseAsync(error, $"There is no space '{user.Space}'.");

        return await host.InSpaceAsync(space, "user add", async services =>
        {
            Guid? agencyId = null;
            if (user.Agency is { } code)
            {
                agencyId = await services.GetRequiredService<TenantDbContext>().Agencies.Where(a => a.Code == code).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
                if (agencyId is null) return await RefuseAsync(error, $"There is no agency '{code}' in {space.Id}.");
            }

            var created = await services.GetRequiredService<CreateAccount>().HandleAsync(new(user.Email, user.Name, Password(error), user.Role, agencyId));
            if (!created.Succeeded) return await RefuseAsync(error, string.Join("; ", created.Problems.Select(p => $"{p.Field}: {p.Message} {string.Join(", ", p.Arguments)}".Trim())));

            await output.WriteLineAsync($"{user.Email}: {user.Role} in {space.Id}");
            return ExitCodes.Ok;
        });
    }

    private static string Password(TextWriter error)
    {
        if (Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given) return given;
        error.Write("Password: ");
        return Console.ReadLine() ?? "";
    }

    private static async Task<int> RefuseAsync(TextWriter error, string message)
    {
        await error.WriteLineAsync(message);
        return ExitCodes.BadInput;
    }

    private sealed record NewUser(string Space, string Email, string Name, string Role, string? Agency);
}
