using System.Collections.Concurrent;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Infrastructure;

/// <summary>A space whose database doesn't fit this program is unavailable (503); the others go on, and it comes back by itself once migrated.</summary>
public sealed class SpaceSchemas(SchemaCheck check, SpaceGlance glance, TimeProvider clock, ILogger<SpaceSchemas> log)
{
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    /// <summary>How long a database that fitted is taken to fit: a later version of the program may migrate it under a running server.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, DateTime> fittedAt = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTime> refusedAt = new(StringComparer.Ordinal);

    public ValueTask<bool> FitsAsync(SpaceInfo space, CancellationToken ct)
    {
        // Of many requests at the end of that time one asks; the others go on meanwhile.
        var fits = fittedAt.TryGetValue(space.Id, out var at) && (clock.UtcNow - at < Trusted || !fittedAt.TryUpdate(space.Id, clock.UtcNow, at));
        return fits ? new(true) : new(AskAsync(space, ct));
    }

    private async Task<bool> AskAsync(SpaceInfo space, CancellationToken ct)
    {
        if (refusedAt.TryGetValue(space.Id, out var at) && clock.UtcNow - at < AskAgain) return false;
        var verdict = await glance.HasCurrentSchemaAsync(space, ct) ? new(SchemaState.Current) : await check.OfAsync(space, ct);
        if (verdict.State is SchemaState.Current)
        {
            fittedAt[space.Id] = clock.UtcNow;
            return true;
        }

        fittedAt.TryRemove(space.Id, out _);
        log.LogError("The database of space {Space} is unfit: {State} {Detail}. Run: dgcc migrate", space.Id, verdict.State, verdict.Detail);
        refusedAt[space.Id] = clock.UtcNow;
        return false;
    }
}

public static class SpaceSchemaPipeline
{
    /// <summary>Stands inside the error pages, which it passes through itself: they show the 503.</summary>
    public static IApplicationBuilder UseSpaceSchema(this IApplicationBuilder app)
    {
        var schemas = app.ApplicationServices.GetRequiredService<SpaceSchemas>();
        return app.Use(async (context, next) =>
        {
            var space = context.RequestServices.GetRequiredService<IMultiTenantContextAccessor>().MultiTenantContext.TenantInfo;
            if (space is null || await schemas.FitsAsync(space, context.RequestAborted))
            {
                await next(context);
                return;
            }

            // Nobody is looked up in a database that doesn't fit: its pages are shown to strangers.
            context.Request.Headers.Remove(HeaderNames.Cookie);
            if (context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is not null) await next(context);
            else context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        });
    }
}
