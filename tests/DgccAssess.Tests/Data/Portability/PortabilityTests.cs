using DgccAssess.Core.Data;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Data.Portability;

/// <summary>The same query over the same rows gives the same rows in the same order, whatever database a government runs.</summary>
public sealed class PortabilityTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Query_OfEveryShape_AnswersAsTheEmbeddedDatabaseDoes(DatabaseProvider provider)
    {
        var (expected, actual) = (await AnswersAsync(DatabaseProvider.Sqlite), await AnswersAsync(provider));

        Assert.Equal(Lines(expected), Lines(actual));
        Assert.DoesNotContain(expected, answer => answer.Value.Count == 0);
        Assert.True(expected.Count >= 30);
    }

    [Fact]
    public async Task Codes_AreInTheOrderOfTheirCharacters() =>
        Assert.Equal((await AnswersAsync(DatabaseProvider.Sqlite))["codes in order"].Order(StringComparer.Ordinal), (await AnswersAsync(DatabaseProvider.Sqlite))["codes in order"]);

    private async Task<Dictionary<string, List<string>>> AnswersAsync(DatabaseProvider provider)
    {
        var space = await PortabilityScene.FillAsync(await apps.On(provider).CreateSpaceAsync());
        return await space.ReadAsync(async db =>
        {
            var answers = new Dictionary<string, List<string>>();
            foreach (var (name, query) in QueryShapes.All) answers[name] = await query(db);
            return answers;
        });
    }

    private static IEnumerable<string> Lines(Dictionary<string, List<string>> answers) => answers.Select(a => $"{a.Key}: {string.Join(" | ", a.Value)}");
}
