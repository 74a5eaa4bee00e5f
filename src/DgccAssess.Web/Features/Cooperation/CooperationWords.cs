namespace DgccAssess.Web.Features.Cooperation;

/// <summary>Words of the register of cooperation and the pipeline of rounds.</summary>
public sealed class CooperationWords;
