using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DgccAssess.Core.Audit;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.Audit;

namespace DgccAssess.Tests.Audit;

/// <summary>Every event has a sentence that names only what it really holds, in every language.</summary>
public sealed partial class SentenceTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".id")]
    [InlineData(".ar")]
    [InlineData(".fr")]
    public void Sentence_NamesValuesOfItsEvent(string language)
    {
        var types = new[] { typeof(AuditFact).Assembly, typeof(AuditWords).Assembly }.SelectMany(a => a.GetTypes()).Where(t => t.IsSubclassOf(typeof(AuditFact)) && !t.IsAbstract).ToDictionary(t => t.Name);
        var words = XDocument.Load(Path.Combine(RepositoryRoot.Find(), "src/DgccAssess.Web/Features/Audit", $"AuditWords{language}.resx")).Root!.Elements("data")
            .Select(d => (Name: d.Attribute("name")!.Value, Text: d.Element("value")!.Value)).Where(d => d.Name.StartsWith("Event.", StringComparison.Ordinal)).ToList();

        // Types of the tests are not among these assemblies: every kind of event of the product has its sentence.
        Assert.Empty(types.Keys.Except(words.Select(w => w.Name["Event.".Length..])));
        Assert.All(words, word => Assert.Contains(word.Name["Event.".Length..], types.Keys));
        Assert.All(words, word => Assert.Empty(Token().Matches(word.Text).Select(m => m.Groups[1].Value)
            .Except(types[word.Name["Event.".Length..]].GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)))));
    }

    [GeneratedRegex(@"\{(\w+)(\.count)?\}")]
    private static partial Regex Token();
}
