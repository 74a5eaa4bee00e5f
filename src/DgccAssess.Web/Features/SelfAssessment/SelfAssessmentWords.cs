namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Words of answering, checking and signing off.</summary>
public sealed class SelfAssessmentWords;
