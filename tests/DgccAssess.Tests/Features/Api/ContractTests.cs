using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Json.Schema;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace DgccAssess.Tests.Features.Api;

/// <summary>
/// The running application keeps what its OpenAPI document says, and the document keeps what was promised: openapi.v1.json beside the tests.
/// After an addition, DGCC_WRITE_CONTRACT=1 writes that file anew.
/// </summary>
public sealed class ContractTests(TestApps apps)
{
    private const string WriteVariable = "DGCC_WRITE_CONTRACT";

    private static readonly string Promised = Path.Combine(RepositoryRoot.Find(), "tests", "DgccAssess.Tests", "Features", "Api", "openapi.v1.json");
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.General) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Document_IsValidOpenApi31()
    {
        var text = await ReadAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync());

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var read = await OpenApiDocument.LoadAsync(stream, "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });

        Assert.Empty(read.Diagnostic!.Errors.Concat(read.Diagnostic.Warnings).Select(e => $"{e.Pointer} {e.Message}"));
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        Assert.Equal(read.Document!.Paths.SelectMany(p => p.Value.Operations!.Values).Count(), read.Document.Paths.SelectMany(p => p.Value.Operations!.Values).Select(o => o.OperationId).Distinct().Count());
    }

    [Fact]
    public async Task Document_TellsWhereItsSpaceIs()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();

        Assert.EndsWith(space.Path, Parse(await ReadAsync(space)).Document["servers"]![0]!["url"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_BreaksNothingThatWasPromised()
    {
        var (promised, now) = (Parse(await File.ReadAllTextAsync(Promised)), Parse(await ReadNeutralAsync()));

        Assert.Empty(ContractChanges.Breaking(promised, now));
    }

    [Fact]
    public async Task Document_IsTheOneWrittenDown()
    {
        var now = await ReadNeutralAsync();
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1") await File.WriteAllTextAsync(Promised, now);

        Assert.True(await File.ReadAllTextAsync(Promised) == now, $"The contract changed. Where that is meant, run this test with {WriteVariable}=1 and look at the difference.");
    }

    [Theory]
    [InlineData("$.paths['/api/v1/rounds']", "get /api/v1/rounds is gone")]
    [InlineData("$.components.schemas.RoundResource.properties.code", "code is gone")]
    [InlineData("$.components.schemas.AssessmentStatus.enum[0]", "is gone")]
    [InlineData("$.paths['/api/v1/rounds'].get.parameters[0]", "is gone")]
    [InlineData("$.paths['/api/v1/rounds'].get.responses.200.content['text/csv']", "no longer comes as text/csv")]
    public async Task Rule_FailsOnWhatWouldBreakAClient(string without, string expected)
    {
        var text = await File.ReadAllTextAsync(Promised);
        var changed = JsonNode.Parse(text)!;
        Remove(changed, without);

        Assert.Contains(ContractChanges.Breaking(Parse(text), new Contract(changed)), change => change.Contains(expected, StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task Operation_Called_AnswersAsItsSchemaSays(DatabaseProvider provider)
    {
        var scene = await ApiScene.PrepareAsync(await apps.On(provider).CreateSpaceAsync());
        var contract = Parse(await ReadAsync(scene.Space));
        List<string> called = [];

        foreach (var operation in contract.Operations)
        {
            foreach (var answer in await scene.CallAsync(operation))
            {
                var schema = contract.SchemaOf(operation, (int)answer.Status, answer.ContentType ?? "");
                Assert.True(schema is not null || answer.Status is HttpStatusCode.NotModified, $"{operation} answered {(int)answer.Status} {answer.ContentType}, which the document does not know: {answer.Text}");
                if (answer.ContentType?.EndsWith("json", StringComparison.Ordinal) == true) Fits(schema!, answer, operation);
                if (answer.Status is HttpStatusCode.OK) Assert.Contains("ETag", operation.Node["responses"]!["200"]!["headers"]!.AsObject().Select(h => h.Key));
                called.Add($"{operation.Id} {(int)answer.Status}");
            }
        }

        // Every operation was answered well, and refused.
        Assert.All(contract.Operations, o => Assert.Contains(called, c => c.StartsWith($"{o.Id} 2", StringComparison.Ordinal)));
        Assert.All(contract.Operations, o => Assert.Contains($"{o.Id} 401", called));
    }

    [Fact]
    public async Task Rule_FailsOnAnAnswerThatDoesNotFit()
    {
        var contract = Parse(await ReadNeutralAsync());
        var schema = contract.SchemaOf(contract.Operations.Single(o => o.Id == "getRound"), 200, "application/json")!;

        Assert.False(schema.Evaluate(Element("""{"code":"2021","cycleType":"yearly"}""")).IsValid);
        Assert.False(schema.Evaluate(Element("[]")).IsValid);
    }

    private static void Fits(JsonSchema schema, ApiAnswer answer, ContractOperation operation)
    {
        var verdict = schema.Evaluate(Element(answer.Text), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(verdict.IsValid, $"{operation} {(int)answer.Status}: "
            + string.Join("; ", (verdict.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}")) + "\n" + answer.Text);
    }

    private static JsonElement Element(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private static async Task<string> ReadAsync(TestSpace space)
    {
        using var client = space.App.CreateDefaultClient();
        return await client.GetStringAsync($"{space.Path}/api/v1/openapi.json");
    }

    /// <summary>Without what differs from space to space.</summary>
    private async Task<string> ReadNeutralAsync()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        var document = JsonNode.Parse(await ReadAsync(space))!;
        var server = document["servers"]![0]!["url"]!.ToString();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "https://example.org/space" });
        return document.ToJsonString(Indented).Replace(server, "https://example.org/space", StringComparison.Ordinal).Replace($"dgcc.session.{space.Space.Id}", "dgcc.session.space", StringComparison.Ordinal) + "\n";
    }

    private static Contract Parse(string text) => new(JsonNode.Parse(text)!);

    /// <summary>Removes what a path in the manner of JsonNode.GetPath leads to.</summary>
    private static void Remove(JsonNode document, string path)
    {
        var found = All(document).Single(n => n.GetPath() == path);
        if (found.Parent is JsonArray list) list.Remove(found);
        else found.Parent!.AsObject().Remove(found.GetPropertyName());
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject map => map.Where(p => p.Value is not null).SelectMany(p => All(p.Value!)).Prepend(node),
        JsonArray list => list.Where(i => i is not null).SelectMany(i => All(i!)).Prepend(node),
        _ => [node],
    };
}
