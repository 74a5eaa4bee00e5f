namespace DgccAssess.Web.Features.Evidence;

/// <summary>Words of evidence: the list, the forms, what is wrong with a file.</summary>
public sealed class EvidenceWords;
