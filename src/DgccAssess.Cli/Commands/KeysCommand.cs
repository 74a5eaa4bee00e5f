using System.CommandLine;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc keys rotate</c>: new keys for the tokens of each space. The server does it by itself when they are due.</summary>
internal static class KeysCommand
{
    public static Command Create(IConfiguration? configuration)
    {
        var space = new Option<string?>("--space") { Description = "One space only, for example indonesia; all of them when left out" };
        var now = new Option<bool>("--now") { Description = "New keys although those in use are not due; used once every server knows them" };
        var atOnce = new Option<bool>("--at-once") { Description = "New keys used at once, where one may have leaked; tokens of other servers fail for up to a minute" };
        var rotate = new Command("rotate", "Makes new keys where they are due and forgets those no token needs any more") { space, now, atOnce };
        rotate.SetAction((parsed, ct) =>
        {
            var when = parsed.GetValue(atOnce) ? RotateKeys.AtOnce : parsed.GetValue(now) ? RotateKeys.Now : RotateKeys.WhenDue;
            return RunAsync(parsed.GetValue(space), when, configuration, parsed.InvocationConfiguration, ct);
        });
        return new Command("keys", "Works on the keys that tokens are signed and encrypted with") { rotate };
    }

    private static async Task<int> RunAsync(string? asked, RotateKeys when, IConfiguration? configuration, InvocationConfiguration io, CancellationToken ct)
    {
        await using var services = CommandServices.Create(configuration);
        var all = await services.GetRequiredService<IMultiTenantStore>().GetAllAsync(ct);
        var spaces = (all.Any(s => s.IsHub) ? all : [SpaceDatabases.HubSpace, .. all]).Where(s => asked is null || s.Id == asked).ToList();
        if (spaces.Count == 0)
        {
            await io.Error.WriteLineAsync($"There is no space '{asked}'.");
            return ExitCodes.BadInput;
        }

        foreach (var space in spaces)
        {
            var made = await services.InSpaceAsync(space, "keys", scope => scope.GetRequiredService<RotateSigningKeys>().HandleAsync(when, ct));
            await io.Output.WriteLineAsync($"{space.Id}: {(made ? "new keys" : "keys are not due")}");
        }

        return ExitCodes.Ok;
    }
}
