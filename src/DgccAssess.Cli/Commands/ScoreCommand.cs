using System.CommandLine;
using System.Text.Json;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc score INSTRUMENT RATINGS.json</c>: the figures of one agency as JSON. Scripts depend on its form.</summary>
internal static class ScoreCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var instrument = new Argument<string>("INSTRUMENT") { Description = "Folder of an instrument, for example tenants/instruments/spbe-2020" };
        var ratings = new Argument<string>("RATINGS.json") { Description = "File with {\"ratings\":{\"I1\":3,...}}" };
        var command = new Command("score", "Computes every index of one agency from its ratings") { instrument, ratings };
        command.SetAction(parsed =>
        {
            var configuration = parsed.InvocationConfiguration;
            return Run(parsed.GetRequiredValue(instrument), parsed.GetRequiredValue(ratings), configuration.Output, configuration.Error);
        });
        return command;
    }

    private static int Run(string instrumentFolder, string ratingsFile, TextWriter output, TextWriter error)
    {
        var instrument = InstrumentFolder.Read(instrumentFolder);
        if (!instrument.Succeeded)
        {
            Report.Problems(error, instrument.Problems);
            return ExitCodes.BadInput;
        }

        var plan = ScoringPlan.Compile(instrument.Value.Instrument);
        var ratings = RatingsFile.Read(ratingsFile, plan);
        if (!ratings.Succeeded)
        {
            Report.Problems(error, ratings.Problems);
            return ExitCodes.BadInput;
        }

        var card = Scorecard.Compute(plan, ratings.Value);
        output.WriteLine(JsonSerializer.Serialize(Result.Of(card), Json));
        return ExitCodes.Ok;
    }

    private sealed record Result(string Instrument, string? Index, string? Exact, string? Predicate, IEnumerable<NodeResult> Nodes)
    {
        public static Result Of(Scorecard card) =>
            new(
                card.Instrument.Code,
                card.Total.PublishedText,
                card.Total.ExactText,
                card.Total.Predicate?.Code,
                card.Nodes.Select(n => new NodeResult(n.Code, n.Tier, n.PublishedText, n.ExactText))
            );
    }

    private sealed record NodeResult(string Code, string Tier, string? Index, string? Exact);
}
