using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Routing.Template;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>Methods an address of the API has in a space: asked with another it is 405 and names them; where the space hasn't got the address, 404.</summary>
public sealed class ApiMethods(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<(TemplateMatcher Address, RouteEndpoint Endpoint)>> known = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true)
        .Select(e => (new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!.Trim('/')), []), e))]);

    public IReadOnlyList<string> At(PathString path, SpaceInfo? space) =>
    [
        .. known.Value.Where(k => k.Endpoint.Metadata.GetMetadata<ISpaceKindMetadata>()?.IsFoundIn(space) == true && k.Address.TryMatch(path, []))
            .SelectMany(k => k.Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal),
    ];
}
