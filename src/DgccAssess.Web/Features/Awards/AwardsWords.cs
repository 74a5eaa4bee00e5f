namespace DgccAssess.Web.Features.Awards;

/// <summary>Words of award rounds.</summary>
public sealed class AwardsWords;
