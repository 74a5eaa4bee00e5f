namespace DgccAssess.Web.Features.National;

/// <summary>Words of national results, inside and for the public.</summary>
public sealed class NationalWords;
