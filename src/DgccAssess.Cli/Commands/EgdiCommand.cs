using System.CommandLine;
using System.Globalization;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Egdi;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc egdi --country UZB --edition 2022 --osi +0.05</c>: what another value of a component would give a country. Scripts depend on its form.</summary>
internal static class EgdiCommand
{
    private sealed record Asked(string Country, int? Edition, string? Osi, string? Tii, string? Hci, bool Moving, string? File);

    public static Command Create()
    {
        Option<string> country = new("--country") { Required = true, Description = "ISO 3166-1 alpha-3 code, for example UZB" };
        Option<int?> edition = new("--edition") { Description = "Year of the survey; the latest when left out" };
        Option<string?> osi = Component("--osi", "Online Service Index"), tii = Component("--tii", "Telecommunication Infrastructure Index"), hci = Component("--hci", "Human Capital Index");
        Option<string> others = new("--others") { Description = "frozen: the others stay as published; moving: they move once more as last time", DefaultValueFactory = _ => "frozen" };
        Option<string?> data = new("--data") { Description = "Another file of editions than the one shipped" };
        others.AcceptOnlyFromAmong("frozen", "moving");
        var command = new Command("egdi", "UN EGDI: changes components of a country and prints index, rank and level before and after as JSON") { country, edition, osi, tii, hci, others, data };
        command.SetAction(parsed => Run(
            new(parsed.GetRequiredValue(country), parsed.GetValue(edition), parsed.GetValue(osi), parsed.GetValue(tii), parsed.GetValue(hci), parsed.GetValue(others) == "moving", parsed.GetValue(data)),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static Option<string?> Component(string name, string what) => new(name) { Description = $"{what}: a change with its sign (+0.05, -0.02), or a value (0.8)" };

    private static int Run(Asked asked, TextWriter output, TextWriter error)
    {
        if (Editions(asked.File, error) is not { } editions) return ExitCodes.BadInput;
        var at = asked.Edition is { } year ? editions.ToList().FindIndex(e => e.Year == year) : editions.Count - 1;
        if (at < 0) return Bad(error, $"There is no edition {asked.Edition}. Give one of: {string.Join(", ", editions.Select(e => e.Year))}.");
        var edition = editions[at];
        if (edition.Find(asked.Country) is not { } country) return Bad(error, $"There is no country '{asked.Country}' in {edition.Year}. Give its ISO 3166-1 alpha-3 code, for example UZB.");
        if (asked.Moving && at == 0) return Bad(error, $"{edition.Year} is the first edition: nobody knows how the others moved.");

        var (was, problems) = (country.Components, new List<string>());
        var components = new EgdiComponents(Value("--osi", asked.Osi, was.Osi), Value("--tii", asked.Tii, was.Tii), Value("--hci", asked.Hci, was.Hci));
        foreach (var problem in problems) error.WriteLine(problem);
        if (problems.Count > 0) return ExitCodes.BadInput;

        var others = asked.Moving ? EgdiOthers.Moving : EgdiOthers.Frozen;
        output.WriteLine(EgdiJson.Write(edition, country, EgdiWhatIf.Of(edition, country, components, others, at > 0 ? editions[at - 1] : null), others));
        return ExitCodes.Ok;

        decimal Value(string name, string? text, decimal now)
        {
            if (text is null) return now;
            var signed = text is ['+' or '-', ..];
            if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given))
            {
                problems.Add($"{name}: '{text}' is no number. Write a change with its sign, for example +0.05, or a value from 0 to 1.".ReplaceLineEndings(" "));
                return now;
            }

            var value = signed ? now + given : given;
            if (value is < 0 or > 1) problems.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {value} lies outside 0 to 1; {country.Code} {edition.Year} has {now}."));
            return value;
        }
    }

    private static IReadOnlyList<EgdiEdition>? Editions(string? file, TextWriter error)
    {
        if (file is null) return ShippedEgdi.Editions;
        var read = EgdiFile.Read(file);
        Report.Warnings(error, read.Warnings);
        Report.Problems(error, read.Problems);
        return read.Succeeded ? read.Value : null;
    }

    private static int Bad(TextWriter error, string problem)
    {
        error.WriteLine(problem.ReplaceLineEndings(" "));
        return ExitCodes.BadInput;
    }
}
