namespace DgccAssess.Web.Features.Federation;

/// <summary>Where the space is the client of an identity provider: found only where it has one, and counted as sign-ins are.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FederationEndpointAttribute : Attribute;
