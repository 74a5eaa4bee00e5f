namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Worklist() => At($"/review");

    public string ReviewAssessment(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/review");

    public string ReviewIndicator(string round, string agency, string indicator) => At($"/rounds/{round}/agencies/{agency}/review/{indicator}");

    public string CompleteReview(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/review/complete");
}
