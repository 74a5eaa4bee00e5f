using System.CommandLine;
using DgccAssess.Core.Features.Disclosure;
using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc disclose TABLE.json</c>: what of tables of counts may be published. Scripts depend on its form.</summary>
internal static class DiscloseCommand
{
    public static Command Create()
    {
        Argument<string> table = new("TABLE.json") { Description = "File with {\"rows\":[...],\"columns\":[...],\"counts\":[[...]],\"threshold\":5}; more tables under \"tables\"" };
        var command = new Command("disclose", "Hides counts of few agencies, and others so that no hidden one can be derived, and prints what may be published as JSON") { table };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(table), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string file, TextWriter output, TextWriter error)
    {
        var read = DisclosureFile.Read(file);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return ExitCodes.BadInput;

        var protection = DisclosureControl.Protect(read.Value.Tables, read.Value.Rule);
        if (protection.Exposed.Count > 0)
        {
            Report.Problems(error, protection.Exposed.Select(place => DisclosureMessages.Exposed(file, read.Value, place)));
            return ExitCodes.Failed;
        }

        output.WriteLine(DisclosureJson.Write(protection.Tables, read.Value.IsOne));
        return ExitCodes.Ok;
    }
}
