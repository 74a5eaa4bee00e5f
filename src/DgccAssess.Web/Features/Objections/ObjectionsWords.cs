namespace DgccAssess.Web.Features.Objections;

/// <summary>Words of objections to results and of their answers.</summary>
public sealed class ObjectionsWords;
