namespace DgccAssess.Web.Features.Papers;

/// <summary>Words of issued papers and their verification.</summary>
public sealed class PapersWords;
