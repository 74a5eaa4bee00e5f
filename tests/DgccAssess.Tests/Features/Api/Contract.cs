using System.Text.Json.Nodes;
using Json.Schema;

namespace DgccAssess.Tests.Features.Api;

/// <summary>An OpenAPI document as tests read it.</summary>
internal sealed class Contract(JsonNode document)
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete"];

    public JsonNode Document { get; } = document;

    public IEnumerable<ContractOperation> Operations =>
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select new ContractOperation(path.Key, operation.Key, operation.Value!);

    /// <summary>The schema of an answer, with everything it refers to.</summary>
    public JsonSchema? SchemaOf(ContractOperation operation, int status, string contentType) =>
        operation.Node["responses"]?[$"{status}"]?["content"]?[contentType]?["schema"] is { } schema ? Compile(schema) : null;

    private JsonSchema Compile(JsonNode schema)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$defs"] = Document["components"]!["schemas"]!.DeepClone();
        return JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));
    }
}

internal sealed record ContractOperation(string Path, string Method, JsonNode Node)
{
    public string Id => Node["operationId"]!.ToString();

    public override string ToString() => $"{Method} {Path}";
}
