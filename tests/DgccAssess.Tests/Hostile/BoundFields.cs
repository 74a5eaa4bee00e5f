using System.Collections;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Architecture;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Hostile;

/// <summary>A value that a request may carry to an endpoint, in its address or its form.</summary>
/// <param name="Endpoint">Route pattern.</param>
/// <param name="Handler">Empty for the address; else the method and name of the page's handler, "Bound" for properties bound to every post, "Body" for the API.</param>
/// <param name="Name">As it is posted, without indices.</param>
internal sealed record BoundField(string Endpoint, string Handler, string Name);

/// <summary>What all endpoints bind, from the application's own metadata.</summary>
internal static class BoundFields
{
    public static async Task<IReadOnlyList<BoundField>> OfAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        List<BoundField> fields = [];
        foreach (var endpoint in MatrixScene.EndpointsOf(app))
        {
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            fields.AddRange(endpoint.RoutePattern.Parameters.Select(p => new BoundField(route, "", p.Name)));
            if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } body) fields.AddRange(Texts("", body).Select(n => new BoundField(route, "Body", n)));
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page) fields.AddRange(OfPage(await loader.LoadAsync(page, endpoint.Metadata), endpoint));
        }

        return [.. fields.Distinct()];
    }

    private static IEnumerable<BoundField> OfPage(CompiledPageActionDescriptor page, RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.TrimStart('/');
        var inAddress = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var handlers =
            from handler in page.HandlerMethods
            from parameter in handler.Parameters
            where !inAddress.Contains(parameter.Name) && !IsOfTheRequest(parameter.ParameterType, parameter.BindingInfo)
            from name in Texts(parameter.BindingInfo?.BinderModelName ?? parameter.Name, parameter.ParameterType)
            select new BoundField(route, $"{handler.HttpMethod}{handler.Name}", name);
        var properties =
            from property in page.BoundProperties
            where !inAddress.Contains(property.Name) && !IsOfTheRequest(property.ParameterType, property.BindingInfo)
            from name in Texts(property.BindingInfo?.BinderModelName ?? property.Name, property.ParameterType)
            select new BoundField(route, "Bound", name);
        return handlers.Concat(properties);
    }

    private static bool IsOfTheRequest(Type type, BindingInfo? binding) =>
        type == typeof(CancellationToken) || binding?.BindingSource == BindingSource.Services || binding?.BindingSource == BindingSource.Path;

    // Figures, dates and ticks name nothing; whatever is text or an id might.
    private static IEnumerable<string> Texts(string name, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string) || type == typeof(Guid)) return [name];
        if (type.IsPrimitive || type.IsEnum || type == typeof(DateTime) || type == typeof(DateOnly) || type == typeof(decimal)) return [];
        if (ElementOf(type) is { } element) return Texts(name, element);
        return type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).SelectMany(p => Texts(name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.PropertyType));
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType() : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : null;
}
