using System.CommandLine;
using System.Globalization;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc instrument check FOLDER</c>: what a person who edits an instrument runs.</summary>
internal static class InstrumentCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "Folder of an instrument, for example tenants/instruments/spbe-2020" };
        var check = new Command("check", "Reads an instrument and names every problem with file, line and column") { folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return new Command("instrument", "Works on instrument folders") { check };
    }

    private static int Check(string folder, TextWriter output, TextWriter error)
    {
        var result = InstrumentFolder.Read(folder);
        Report.Warnings(error, result.Warnings);
        Report.Problems(error, result.Problems);
        if (!result.Succeeded)
        {
            return ExitCodes.BadInput;
        }

        var (instrument, json) = (result.Value.Instrument, result.Value.ToCanonicalJson());
        var indicators = instrument.Nodes.Sum(CountIndicators);
        var languages = string.Join(", ", instrument.Languages.Where(result.Value.Texts.ContainsKey));
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{instrument.Code}: {indicators} indicators, languages {languages}{(instrument.Draft ? ", draft" : string.Empty)}"
            )
        );
        output.WriteLine($"sha256 {CanonicalJson.Hash(json)}");
        return ExitCodes.Ok;
    }

    private static int CountIndicators(Node node) => node.Indicator is null ? node.Children.Sum(CountIndicators) : 1;
}
