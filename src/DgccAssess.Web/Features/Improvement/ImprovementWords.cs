namespace DgccAssess.Web.Features.Improvement;

/// <summary>Words of an agency's position, its way up and its plan.</summary>
public sealed class ImprovementWords;
