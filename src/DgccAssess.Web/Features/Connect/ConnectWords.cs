namespace DgccAssess.Web.Features.Connect;

/// <summary>Words of API clients and of the consent to them.</summary>
public sealed class ConnectWords;
