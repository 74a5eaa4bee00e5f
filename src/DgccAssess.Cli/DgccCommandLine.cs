using System.CommandLine;
using DgccAssess.Cli.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DgccAssess.Cli;

/// <summary>The commands of <c>dgcc</c>, one file each under Commands.</summary>
public static class DgccCommandLine
{
    /// <summary>Runs one command line; tests pass their own writers and settings.</summary>
    /// <returns>The exit code: see <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, IConfiguration? configuration = null, CancellationToken ct = default)
    {
        var root = new RootCommand("DgccAssess: national digital-government maturity diagnosis")
        {
            ScoreCommand.Create(), AwardCommand.Create(), InstrumentCommand.Create(), MigrateCommand.Create(configuration), TenantCommand.Create(configuration),
            UserCommand.Create(configuration), DemoCommand.Create(configuration), VerifyCommand.Create(configuration), AuditCommand.Create(configuration), KeysCommand.Create(configuration),
            EgdiCommand.Create(), DiscloseCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // The library would print its help on standard output, where only results belong.
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message.ReplaceLineEndings(" "));
            }

            return ExitCodes.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, ct);
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures) await error.WriteLineAsync(failure);
            return ExitCodes.BadInput;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await error.WriteLineAsync(e.ToString());
            return ExitCodes.Failed;
        }
    }
}
