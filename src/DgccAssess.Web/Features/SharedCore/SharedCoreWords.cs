namespace DgccAssess.Web.Features.SharedCore;

/// <summary>Words of the shared core and its mappings.</summary>
public sealed class SharedCoreWords;
