namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>Where the agency stands and the way to the next predicate.</summary>
    public string Outlook(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/result/outlook");

    public string ImprovementPlan(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/plan");

    public string NewAction(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/plan/new");

    public string ChangeAction(string round, string agency, Guid action) => At($"/rounds/{round}/agencies/{agency}/plan/{action}");
}
