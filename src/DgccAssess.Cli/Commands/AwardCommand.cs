using System.CommandLine;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Files;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc award rank AWARDS.yaml CANDIDATES.json</c> and <c>dgcc award explain AWARDS.yaml</c>: what rules give, and what they say.</summary>
internal static class AwardCommand
{
    public static Command Create()
    {
        Argument<string> rules = new("AWARDS.yaml") { Description = "File of award rounds, for example tenants/indonesia/awards.yaml" },
            candidates = new("CANDIDATES.json") { Description = "File with {\"candidates\":[{\"code\":...,\"group\":...,\"consented\":true,...}]}" };
        Option<string?> award = new("--award") { Description = "Code of one award; without it all of the file" };
        Option<string> language = new("--language") { Description = string.Join(", ", AwardWords.Languages), DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. AwardWords.Languages]);

        var rank = new Command("rank", "Ranks candidates by the rules of every category and prints winners, ranks, refusals and tie-breaks as JSON") { rules, candidates, award };
        rank.SetAction(parsed => Rank(
            parsed.GetRequiredValue(rules), parsed.GetRequiredValue(candidates), parsed.GetValue(award), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        var explain = new Command("explain", "Says the rules of every category in words") { rules, award, language };
        explain.SetAction(parsed => Explain(
            parsed.GetRequiredValue(rules), parsed.GetValue(award), parsed.GetRequiredValue(language), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return new Command("award", "Works on award rounds") { rank, explain };
    }

    private static int Rank(string rulesFile, string candidatesFile, string? code, TextWriter output, TextWriter error)
    {
        if (Read(rulesFile, code, error) is not { } awards) return ExitCodes.BadInput;
        var candidates = CandidatesFile.Read(candidatesFile, [.. awards.Select(a => a.Award)]);
        Report.Problems(error, candidates.Problems);
        if (!candidates.Succeeded) return ExitCodes.BadInput;

        output.WriteLine(RankingJson.Write(awards.Select(a => AwardRanking.Rank(a.Award, candidates.Value))));
        return ExitCodes.Ok;
    }

    private static int Explain(string rulesFile, string? code, string language, TextWriter output, TextWriter error)
    {
        if (Read(rulesFile, code, error) is not { } awards) return ExitCodes.BadInput;
        foreach (var explanation in awards.Select(a => ExplainAward.In(language, a)))
        {
            output.WriteLine(explanation.Name);
            foreach (var sentence in explanation.Sentences) output.WriteLine($"  {sentence}");
            foreach (var category in explanation.Categories)
            {
                output.WriteLine($"  {category.Code}: {category.Name}");
                foreach (var sentence in category.Sentences) output.WriteLine($"    {sentence}");
            }
        }

        return ExitCodes.Ok;
    }

    private static List<AwardDocument>? Read(string file, string? code, TextWriter error)
    {
        var read = AwardsFile.Read(file);
        Report.Problems(error, read.Problems);
        if (!read.Succeeded) return null;
        if (code is null) return [.. read.Value];
        if (read.Value.FirstOrDefault(a => string.Equals(a.Award.Code, code, StringComparison.Ordinal)) is { } one) return [one];
        error.WriteLine($"{file}:1:1: There is no award '{code}'. Give one of: {string.Join(", ", read.Value.Select(a => a.Award.Code))}.".ReplaceLineEndings(" "));
        return null;
    }
}
