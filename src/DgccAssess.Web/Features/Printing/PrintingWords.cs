namespace DgccAssess.Web.Features.Printing;

/// <summary>Words of printing the reports of a round.</summary>
public sealed class PrintingWords;
