namespace DgccAssess.Web.Features.Federation;

/// <summary>Words of signing in at an identity provider.</summary>
public sealed class FederationWords;
