using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.Connect;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>The OpenAPI 3.1 document, written from what the endpoints say about themselves.</summary>
public static class ApiContract
{
    public const string Document = "v1";

    public const string Session = "session";
    public const string Program = "program";

    private const string Description = """
        Rounds, agencies, instruments, published results and the audit trail of one space. A caller sees what the pages would show:
        its permissions and its agency decide, and nothing unpublished ever leaves.

        Lists come in pages: `limit` (1 to 200), and `after` with the `next` of the page before; the `Link` header says the same. `sort` turns round with "-".
        A parameter that is not known is refused. Lists are JSON, or CSV with `Accept: text/csv`; a cell that a spreadsheet would take for a formula begins with an apostrophe.
        Answers carry an `ETag`; sent back in `If-None-Match`, an unchanged answer is 304 without content.

        Problems are `application/problem+json` (RFC 9457); `errors` names each field with a stable `code` and a message in the language of `Accept-Language`.
        Of awards this version gives the rules; who wins is not part of it.
        """;

    public static IServiceCollection AddApiContract(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
        options.AddOperationTransformer(ApiOperations.DescribeAsync);
        options.AddSchemaTransformer(DescribeAsync);
        options.AddDocumentTransformer(DescribeAsync);
    });

    public static void MapApiContract(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/api/{documentName}/openapi.json").EverySpace().AllowAnonymous().RequireRateLimiting(ApiRateLimits.Policy);

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var space = context.ApplicationServices.GetRequiredService<SpaceContext>().Space;
        document.Info = new OpenApiInfo { Title = "DgccAssess", Version = "1.0", Description = Description };
        if (space.IsHub) LeaveOutTenants(document, context);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = SpaceCookies.NameOf(space.Id), Description = "The session of a person who signed in to the pages of this space.",
            },
            [Program] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.OAuth2, Description = "A program that the space's administrator registered, for itself.",
                Flows = new OpenApiOAuthFlows
                {
                    ClientCredentials = new OpenApiOAuthFlow
                    {
                        TokenUrl = new Uri($"{document.Servers?[0].Url?.TrimEnd('/')}/{ConnectEndpoints.Token}", UriKind.RelativeOrAbsolute),
                        Scopes = ApiAccess.Scopes.ToDictionary(s => s.Scope, s => s.Opens),
                    },
                },
            },
        };
        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(decimal)) schema.Format = "decimal";
        if (type.IsEnum) schema.Type = JsonSchemaType.String;
        // An answer may grow; what is sent may not have more than is understood.
        if (!type.Name.EndsWith("Body", StringComparison.Ordinal)) schema.AdditionalPropertiesAllowed = true;
        return Task.CompletedTask;
    }

    private static void LeaveOutTenants(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var endpoints = context.ApplicationServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        foreach (var path in endpoints.Where(e => e.Metadata.GetMetadata<TenantOnlyAttribute>() is not null).Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct())
        {
            document.Paths.Remove(path);
        }
    }
}
