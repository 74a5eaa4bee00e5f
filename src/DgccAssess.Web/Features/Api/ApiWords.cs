namespace DgccAssess.Web.Features.Api;

/// <summary>Words of the REST API's own problems.</summary>
public sealed class ApiWords;
