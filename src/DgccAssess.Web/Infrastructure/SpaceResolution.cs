using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure.Api;

namespace DgccAssess.Web.Infrastructure;

public static class SpaceResolution
{
    public static IServiceCollection AddSpaces(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton<IMultiTenantStrategy, HostStrategy>()
        .AddSingleton<IMultiTenantStrategy, PathBaseStrategy>()
        .AddScoped<SpaceView>()
        .AddSingleton<SpaceSchemas>()
        .Configure<Microsoft.AspNetCore.Builder.ForwardedHeadersOptions>(o =>
            o.ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto);

    /// <summary>Sets the scope's space once, before routing, so that the path base is cut off. No match leaves the scope without a space.</summary>
    public static IApplicationBuilder UseSpaceResolution(this IApplicationBuilder app)
    {
        var strategies = app.ApplicationServices.GetServices<IMultiTenantStrategy>().OrderBy(s => s.Priority).ToArray();
        var store = app.ApplicationServices.GetRequiredService<IMultiTenantStore>();
        return app.Use(async (context, next) =>
        {
            if (!HasReadableHost(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            foreach (var strategy in strategies)
            {
                if (await strategy.GetIdentifierAsync(context) is not { } identifier) continue;
                if (await store.GetByIdentifierAsync(identifier, context.RequestAborted) is not { } space) continue;

                context.RequestServices.GetRequiredService<IMultiTenantContextSetter>().Set(space);
                if (strategy is PathBaseStrategy) PathBaseStrategy.Consume(context, identifier);
                break;
            }

            await next(context);
        });
    }

    // A name that is no name (xn--) passes the server, and whoever reads it would throw.
    private static bool HasReadableHost(HttpRequest request)
    {
        try
        {
            _ = request.Host.ToUriComponent();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Fails closed: an endpoint is found only in the kinds of space that it names.</summary>
    public static IApplicationBuilder UseRequiredSpace(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var space = context.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo;
        if (context.GetEndpoint()?.Metadata.GetMetadata<ISpaceKindMetadata>()?.IsFoundIn(space) == true) return next(context);

        var methods = context.Request.IsApi() ? context.RequestServices.GetRequiredService<ApiMethods>().At(context.Request.Path, space) : [];
        if (methods.Count > 0) context.Response.Headers.Allow = string.Join(", ", methods);
        context.Response.StatusCode = methods.Count > 0 ? StatusCodes.Status405MethodNotAllowed : StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}

/// <summary>/indonesia/...: the first segment names the space and becomes the path base.</summary>
public sealed class PathBaseStrategy : IMultiTenantStrategy
{
    private static readonly string[] Reserved = ["lib", "health", "errors"];

    public int Priority => 10;

    public Task<string?> GetIdentifierAsync(object context)
    {
        var path = ((HttpContext)context).Request.Path.Value ?? "";
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var segment = path.Length < 2 ? "" : end < 0 ? path[1..] : path[1..end];
        return Task.FromResult(segment.Length is 0 or > 64 || Reserved.Contains(segment) ? null : segment);
    }

    internal static void Consume(HttpContext context, string identifier)
    {
        var prefix = new PathString("/" + identifier);
        if (!context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest)) return;
        context.Request.PathBase = context.Request.PathBase.Add(prefix);
        context.Request.Path = rest.HasValue ? rest : "/";
    }
}

/// <summary>indonesia.example.org: a host that a space declared as its own.</summary>
public sealed class HostStrategy(IMultiTenantStore store) : IMultiTenantStrategy
{
    public async Task<string?> GetIdentifierAsync(object context)
    {
        var http = (HttpContext)context;
        var host = http.Request.Host.Host;
        if (host is "" or "localhost" || System.Net.IPAddress.TryParse(host, out _)) return null;
        return (await store.GetByHostAsync(host, http.RequestAborted))?.Identifier;
    }
}
