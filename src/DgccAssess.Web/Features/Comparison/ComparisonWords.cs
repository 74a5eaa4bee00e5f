namespace DgccAssess.Web.Features.Comparison;

/// <summary>Words of the comparison of countries.</summary>
public sealed class ComparisonWords;
