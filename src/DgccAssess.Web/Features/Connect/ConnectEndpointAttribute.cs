namespace DgccAssess.Web.Features.Connect;

/// <summary>Answered by the space's own OpenID provider, some of them before the endpoint itself is reached. Every other request passes it by.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConnectEndpointAttribute : Attribute;
