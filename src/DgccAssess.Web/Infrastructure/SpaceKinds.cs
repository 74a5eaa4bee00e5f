using DgccAssess.Core.Tenancy;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Which kinds of space an endpoint is found in. An endpoint that doesn't say is found nowhere.</summary>
public interface ISpaceKindMetadata
{
    /// <param name="space">The space of the request; null where none was resolved.</param>
    bool IsFoundIn(SpaceInfo? space);
}

/// <summary>Of the hub alone; in a tenant it is not found.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class HubOnlyAttribute : Attribute, ISpaceKindMetadata
{
    public bool IsFoundIn(SpaceInfo? space) => space is { IsHub: true };
}

/// <summary>Of partner governments; in the hub it is not found.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TenantOnlyAttribute : Attribute, ISpaceKindMetadata
{
    public bool IsFoundIn(SpaceInfo? space) => space is { IsHub: false };
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class EverySpaceAttribute : Attribute, ISpaceKindMetadata
{
    public bool IsFoundIn(SpaceInfo? space) => space is not null;
}

/// <summary>The endpoint belongs to the installation, not to a space (list of spaces, health, static files).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WithoutSpaceAttribute : Attribute, ISpaceKindMetadata
{
    public bool IsFoundIn(SpaceInfo? space) => true;
}

/// <summary>What a feature's folder says of its pages, unless a page says otherwise itself. A new folder is added here.</summary>
public sealed class SpaceKindOfFolder : IPageApplicationModelConvention
{
    private static readonly string[] Hub = ["Tenants", "Countries", "Comparison", "Cooperation", "Egdi"];

    private static readonly string[] Tenant =
        ["Rounds", "SelfAssessment", "Evidence", "Review", "Results", "Agencies", "Instruments", "Improvement", "Objections", "Printing", "Awards", "Sharing", "National", "Papers", "DataChecks", "SharedCore"];

    private static readonly string[] Every = ["About", "Accounts", "Audit", "Connect", "Errors", "Federation", "Home", "Jobs", "SignIn"];

    public void Apply(PageApplicationModel model)
    {
        // A page's own word would come first, and the last one counts.
        if (model.HandlerTypeAttributes.OfType<ISpaceKindMetadata>().Any()) return;
        if (Of(model.ViewEnginePath.Split('/')[1]) is { } kind) model.EndpointMetadata.Add(kind);
    }

    public static ISpaceKindMetadata? Of(string feature) =>
        Hub.Contains(feature) ? new HubOnlyAttribute() : Tenant.Contains(feature) ? new TenantOnlyAttribute() : Every.Contains(feature) ? new EverySpaceAttribute() : null;
}

public static class SpaceKindEndpoints
{
    public static TBuilder HubOnly<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Saying(new HubOnlyAttribute());

    public static TBuilder TenantOnly<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Saying(new TenantOnlyAttribute());

    public static TBuilder EverySpace<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Saying(new EverySpaceAttribute());

    public static TBuilder WithoutSpace<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.Saying(new WithoutSpaceAttribute());

    private static TBuilder Saying<TBuilder>(this TBuilder builder, ISpaceKindMetadata kind)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(kind));
        return builder;
    }
}
