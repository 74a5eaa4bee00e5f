using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Cooperation.Files;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.Cooperation;

public sealed class CooperationFileTests : IDisposable
{
    private const string Sample = """
        centers:
          - code: tashkent
            country: UZB
            names: {en: Center}
            city: {en: Tashkent}
            languages: [en, ko]
            periods: 2020-2023
            source: A record.
            projects:
              - code: second
                names: {en: Second}
                kind: advice
                status: running
                starts: 2024-03
                follows: first
                source: A record.
                outputs:
                  - {code: guide, kind: guideline, titles: {en: Guide}, on: 2024, level: notBinding, url: "https://example.org/guide", source: A record.}
              - code: first
                names: {en: First}
                kind: center
                status: finished
                starts: 2020
                ends: 2023
                source: A record.
                budget:
                  - {code: total, years: 2020-2023, millions: 1931, currency: KRW, source: A record.}
                indicators:
                  - {code: rank, kind: egdiRank, baselineYear: 2020, source: A record.}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("dgcc-cooperation-").FullName;

    [Fact]
    public void File_InAnyOrder_GivesWhatIsFollowedFirst()
    {
        var facts = Read(Sample).Value!;

        Assert.Equal(["center/tashkent", "project/first", "project/second", "budget/first/total", "output/second/guide", "indicator/first/rank"], facts.Select(f => f.Key));
        Assert.Equal(1_931_000_000m, Assert.IsType<BudgetContent>(facts[3].Content).Amount);
        Assert.Equal(new PartialDate(2024, 3), Assert.IsType<ProjectContent>(facts[2].Content).Starts);
    }

    [Theory]
    [InlineData("country: UZB", "country: Uz", "3:14", "'Uz' is no country code.")]
    [InlineData("periods: 2020-2023", "periods: 2023-2020", "7:14", "'2023-2020' are no years.")]
    [InlineData("code: second", "code: Second One", "10:15", "'Second One' can't be a code.")]
    [InlineData("code: second", "code: first", "19:15", "The code 'first' is used twice; the first is in line 10.")]
    [InlineData("kind: advice", "kind: advise", "12:15", "'advise' is no value of 'kind'. Did you mean 'advice'?")]
    [InlineData("starts: 2024-03", "starts: 2024-13", "14:17", "'2024-13' is no date.")]
    [InlineData("starts: 2024-03", "ends: 2023-12\n        starts: 2024-03", "14:15", "It ends before it starts.")]
    [InlineData("follows: first", "follows: third", "15:18", "There is no project 'third' in this file.")]
    [InlineData("follows: first", "follows: second", "10:15", "The project 'second' follows 'second', which leads back to it.")]
    [InlineData("https://", "http://", "18:99", "This is no address that can be linked.")]
    [InlineData("currency: KRW", "currency: WON", "27:71", "There is no such currency.")]
    [InlineData("millions: 1931", "millions: 0.0000001", "27:55", "'millions' must be a number")]
    [InlineData("millions: 1931", "millions: -3", "27:55", "This can't be an amount.")]
    [InlineData("baselineYear: 2020", "baselineYear: 2021", "29:56", "There is no such edition of the EGDI here.")]
    [InlineData("baselineYear: 2020", "baselineYear: 2020, baseline: 87", "29:72", "A figure of the EGDI is read from its edition.")]
    [InlineData("status: running", "statsu: running", "13:9", "The key 'statsu' is unknown here. Did you mean 'status'?")]
    public void File_WithAFault_IsRefusedWithItsPlace(string sound, string faulty, string place, string message)
    {
        var problems = Read(Sample.Replace(sound, faulty, StringComparison.Ordinal)).Problems.Select(p => p.ToString()).ToList();

        Assert.Contains(problems, p => p.Contains($"cooperation.yaml:{place}: {message}", StringComparison.Ordinal));
    }

    [Fact]
    public void Hub_WithoutTheFile_HasNoFacts() => Assert.Empty(CooperationFile.Read(folder).Value!);

    [Fact]
    public void ShippedFile_HoldsTheFactsOfTheFiveCenters()
    {
        var facts = CooperationFile.Read(RepositoryFiles.Tenant("hub")).Value!;

        var budgets = facts.Where(f => f.Content is BudgetContent).Select(f => (f.Parent, Content: (BudgetContent)f.Content)).ToList();
        Assert.Equal(
            [
                ("uzbekistan-center", "2020-2023", 1_931_000_000m), ("serbia-center", "2020-2023", 1_961_000_000m), ("tunisia-center", "2020-2023", 1_961_000_000m),
                ("peru-center", "2017-2019, 2021-2023", 2_941_000_000m), ("indonesia-center", "2016-2019, 2021-2023", 2_978_000_000m),
            ],
            budgets.Select(b => (b.Parent, b.Content.Years.ToString(), b.Content.Amount)));
        Assert.Equal("KRW", Assert.Single(budgets.Select(b => b.Content.Currency).Distinct()));
        var award = Assert.IsType<OutputContent>(Assert.Single(facts, f => f.Content is OutputContent).Content);
        Assert.Equal((OutputKind.Event, "2023"), (award.Kind, award.On.ToString()));
        Assert.Contains("38", award.Titles.In("en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UZB", 87, 69)]
    [InlineData("SRB", 58, 40)]
    [InlineData("TUN", 91, 88)]
    [InlineData("PER", 71, 59)]
    [InlineData("IDN", 88, 77)]
    public void Ranks_OfTheCentersCountries_ComeFromTheEditions(string country, int in2020, int in2022)
    {
        var centers = CooperationFile.Read(RepositoryFiles.Tenant("hub")).Value!.Select(f => f.Content).OfType<CenterContent>();

        Assert.Contains(centers, c => c.Country == country);
        Assert.Equal([in2020, in2022], ShippedEgdi.Editions.Where(e => e.Year is 2020 or 2022).Select(e => e.Find(country)!.Rank));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Core.Files.FileResult<IReadOnlyList<RegisterFact>> Read(string text)
    {
        File.WriteAllText(Path.Combine(folder, CooperationFile.Name), text);
        return CooperationFile.Read(folder);
    }
}
