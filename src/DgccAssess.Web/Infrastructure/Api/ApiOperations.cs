using System.Text.Json.Nodes;
using DgccAssess.Core.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>What the framework can't see of an operation: parameters of lists, headers, formats.</summary>
internal static class ApiOperations
{
    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        var scope = metadata.OfType<IAuthorizeData>().Select(a => ApiAccess.ScopeOf(a.Policy ?? "")).FirstOrDefault(s => s is not null);
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiContract.Session, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiContract.Program, context.Document)] = scope is null ? [] : [scope] },
        ];
        if (metadata.OfType<ListShape>().FirstOrDefault() is { } shape) AddQuery(operation, shape);
        if (metadata.OfType<WriteShape>().FirstOrDefault() is { } write) AddGate(operation, write);
        if (HttpMethods.IsGet(context.Description.HttpMethod ?? "")) AddValidation(operation);
        if (operation.Responses?.GetValueOrDefault("401") is OpenApiResponse challenge) AddHeader(challenge, "WWW-Authenticate", "How to authenticate.");
        if (operation.Responses?.GetValueOrDefault("429") is OpenApiResponse wait) AddHeader(wait, "Retry-After", "Seconds to wait.");
        foreach (var response in operation.Responses?.Values.OfType<OpenApiResponse>() ?? [])
        {
            // The same rows, but as a table.
            if (response.Content?.TryGetValue(Csv.ContentType, out var csv) == true && csv is OpenApiMediaType table) table.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        return Task.CompletedTask;
    }

    private static void AddQuery(OpenApiOperation operation, ListShape shape)
    {
        Add("limit", "How many items a page has at most.", new()
        {
            Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{ListShape.MaxLimit}", Default = JsonValue.Create(ListShape.DefaultLimit),
        });
        Add("after", "The next of the page before.", new() { Type = JsonSchemaType.String });
        Add("sort", "Order of the list.", new() { Type = JsonSchemaType.String, Enum = [.. shape.Orders.Select(o => (JsonNode)JsonValue.Create(o))], Default = JsonValue.Create(shape.Sorts[0]) });
        foreach (var filter in shape.Filters) Add(filter.Name, filter.Description, SchemaOf(filter));
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse page) AddHeader(page, "Link", "Address of the next page; missing on the last.");

        void Add(string name, string description, OpenApiSchema schema) =>
            operation.Parameters!.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema });
    }

    private static OpenApiSchema SchemaOf(ListFilter filter) => filter.Kind switch
    {
        FilterKind.Choice => new() { Type = JsonSchemaType.String, Enum = [.. filter.Choices!.Select(c => (JsonNode)JsonValue.Create(c))] },
        FilterKind.Flag => new() { Type = JsonSchemaType.Boolean },
        FilterKind.Instant => new() { Type = JsonSchemaType.String, Format = "date-time" },
        _ => new() { Type = JsonSchemaType.String, MaxLength = ListFilter.MaxLength },
    };

    private static void AddGate(OpenApiOperation operation, WriteShape write)
    {
        Add(Writes.KeyHeader, "A key of the caller's own, new for each write: the same request with the same key gets the same answer for 24 hours.", required: true);
        if (write.Version) Add("If-Match", "The ETag of the version the change is based on.", required: true);
        Add(Writes.AntiforgeryHeader, "With a session only: its antiforgery token.", required: false);
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (!status.StartsWith('2') || answer is not OpenApiResponse success) continue;
            AddHeader(success, "ETag", "Validator of the resource.");
            AddHeader(success, Writes.ReplayHeader, "true where the key was known and nothing was written now.");
            if (status == "201") AddHeader(success, "Location", "Address of what was made.");
        }

        void Add(string name, string description, bool required) => operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static void AddValidation(OpenApiOperation operation)
    {
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = "If-None-Match", In = ParameterLocation.Header, Description = "The ETag of an answer the caller has.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
        var unchanged = new OpenApiResponse { Description = "Unchanged" };
        operation.Responses!["304"] = unchanged;
        AddHeader(unchanged, "ETag", "Validator of the answer.");
        if (operation.Responses["200"] is OpenApiResponse answer) AddHeader(answer, "ETag", "Validator of the answer.");
    }

    private static void AddHeader(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }
}
