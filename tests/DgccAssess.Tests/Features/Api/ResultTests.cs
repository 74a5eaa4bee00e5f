using System.Globalization;
using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Results;

namespace DgccAssess.Tests.Features.Api;

/// <summary>The figures of the API are the published ones (case G01: Kemenko Perekonomian 2021).</summary>
public sealed class ResultTests(TestApps apps)
{
    private const string Path = $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result";

    [Theory, Databases]
    public async Task Result_Published_HasTheFiguresOfThePaper(DatabaseProvider provider)
    {
        var (_, api) = await PublishAsync(provider);

        var result = (await api.GetAsync(Path)).Json;
        var summary = (await api.GetAsync("/results?round=2021&predicate=good&instrument=spbe-2020")).Items.Single()!;

        Assert.Equal("2.95", result["index"]!.ToJsonString());
        Assert.Equal("2.95", summary["index"]!.ToJsonString());
        Assert.Equal(result["hash"]!.ToString(), summary["hash"]!.ToString());
        foreach (var (code, figure) in Diagnosis.PublishedFigures("domain", "D"))
            Assert.Equal(figure, decimal.Parse(result["nodes"]!.AsArray().Single(n => n!["code"]!.ToString() == code)!["index"]!.ToJsonString(), CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture));
        foreach (var (code, level) in Diagnosis.PublishedLevels)
            Assert.Equal(level, result["indicators"]!.AsArray().Single(n => n!["code"]!.ToString() == code)!["level"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Result_NeverNamesAnAssessor()
    {
        var (_, api) = await PublishAsync(DatabaseProvider.Sqlite);

        Assert.DoesNotContain("Secret Assessor", (await api.GetAsync(Path)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Assessor", (await api.GetCsvAsync("/results")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_Corrected_HasANewTagAndItsHistory()
    {
        var (diagnosis, api) = await PublishAsync(DatabaseProvider.Sqlite);
        var before = await api.GetAsync(Path);
        await diagnosis.CorrectAsync("I1", 5, "Typing error.");

        var after = await api.GetAsync(Path, ("If-None-Match", before.Tag!));

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal(["2", "1"], after.Json["versions"]!.AsArray().Select(v => v!["number"]!.ToString()));
        Assert.Equal("Typing error.", after.Json["versions"]![0]!["reason"]!.ToString());
        Assert.Equal(["2"], (await api.GetAsync("/results")).Each("number"));
    }

    [Theory, Databases]
    public async Task Results_SortedByIndex_PageThroughEqualFigures(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        List<string> expected = [];
        foreach (var (code, level) in new[] { ("alpha", 2), ("beta", 3), ("gamma", 3), ("delta", 5) })
        {
            var diagnosis = await space.OpenDiagnosisAsync(new(code, "ministry", LocalizedText.Of(("en", code))), "r-" + code);
            await diagnosis.PublishAllAsync(diagnosis.AllAt(level));
            expected.Add(code);
        }

        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));
        foreach (var (sort, order) in new[] { ("index", new[] { "2", "3", "3", "5" }), ("-index", ["5", "3", "3", "2"]) })
        {
            List<(string Agency, string Index)> found = [];
            for (string? after = ""; after is not null;)
            {
                var page = await api.GetAsync($"/results?limit=1&sort={sort}" + (after.Length == 0 ? "" : $"&after={after}"));
                found.AddRange(page.Each("agency").Zip(page.Each("index")));
                after = page.Json["next"]?.ToString();
            }

            Assert.Equal(order, found.Select(f => decimal.Parse(f.Index, CultureInfo.InvariantCulture).ToString("0", CultureInfo.InvariantCulture)));
            Assert.Equal(expected.Order(), found.Select(f => f.Agency).Order());
        }

        Assert.Equal(["alpha", "beta", "delta", "gamma"], (await api.GetAsync("/results?sort=agency")).Each("agency"));
    }

    private async Task<(Diagnosis Diagnosis, ApiClient Api)> PublishAsync(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());
        return (diagnosis, await ApiClient.OfSessionAsync(diagnosis.Space, await diagnosis.Space.CreatePersonAsync(Roles.Organizer)));
    }
}
