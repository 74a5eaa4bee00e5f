namespace DgccAssess.Web.Features.Results;

/// <summary>Words of results, their computation and their papers.</summary>
public sealed class ResultsWords;
