namespace DgccAssess.Web.Features.DataChecks;

/// <summary>Words of the work list of figures in doubt.</summary>
public sealed class DataChecksWords;
