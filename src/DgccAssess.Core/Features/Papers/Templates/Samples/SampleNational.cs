using DgccAssess.Core.Features.National;
using DgccAssess.Core.Features.Papers.National;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.Papers.Templates.Samples;

/// <summary>A national report about no nation.</summary>
internal static class SampleNational
{
    private const int Agencies = 4;

    public static NationalReportDocument Of(PaperTenant tenant, string locale, string language, DateOnly today, PaperLook? look)
    {
        string Say(string key, params object[] values) => SampleWords.Of(key, language, values);
        var whole = Summary();
        IReadOnlyList<decimal> shares = [25, 75];
        return new NationalReportDocument
        {
            Locale = locale, Tenant = tenant, IssuedOn = today, Synthetic = false, Sample = true, Template = look,
            Round = SampleReport.Round, Cycle = CycleType.Evaluation,
            Instrument = new("sample", Say("Instrument"), null, SampleReport.NoHash, SampleReport.Decimals, 1, 5, SampleReport.PredicatesIn(language)),
            Source = new(1, SampleReport.NoHash, "0.0.0"),
            Participants = Agencies, Unnamed = 0,
            Nodes = [new("D1", Say("Domain", 1), "domain", 1, 100), new("A1", Say("Aspect", 1), "aspect", 2, 50), new("A2", Say("Aspect", 2), "aspect", 2, 50)],
            Whole = new(whole, shares, Say("Good")),
            Groups = [new("sample", Say("Group"), whole, shares)],
            Regions = [new("sample", Say("Group"), whole, shares)],
            Previous = new("0000", true),
            History = [new("0000", "sample", Agencies, 2.80m, true)],
            Unmet = [new(Say("Criterion"), "I1", Say("Indicator", 1), 3, 3, 75)],
            Agencies = [.. Enumerable.Range(1, Agencies).Select(at => new NationalReportAgency
            {
                Name = Say("Agency", at), Group = "sample", Index = 3.50m - (0.30m * at), Predicate = at == Agencies ? "fair" : "good", Nodes = [3.00m, 3.20m, 2.80m],
                Self = 3.20m, Change = 0.10m, Rank = at, Low = at, High = at, GroupRank = at,
            })],
        };
    }

    private static NationalSummary Summary()
    {
        var change = new NationalChangeView(Agencies, Agencies, Figure(2.75m), Figure(2.65m), 0.10m);
        return new NationalSummary
        {
            Code = "", Names = new Dictionary<string, string>(StringComparer.Ordinal), Count = Agencies, Mean = Figure(2.75m), Nodes = [Figure(3.00m), Figure(3.20m), Figure(2.80m)],
            Box = new(Figure(2.30m), Figure(2.53m), Figure(2.75m), Figure(2.98m), Figure(3.20m)),
            Predicates = [new("fair", 1), new("good", 3)],
            Gap = new(Agencies, Figure(3.20m), Figure(2.75m), -0.45m, 3, 1),
            Change = new(change, change, [0.10m, 0.20m, 0.00m], 3, 1, 0),
        };
    }

    private static NationalFigure Figure(decimal index) => new(index, FormattableString.Invariant($"{index}"));
}
