namespace DgccAssess.Web.Features.Egdi;

/// <summary>Words of the UN EGDI and its what-if.</summary>
public sealed class EgdiWords;
