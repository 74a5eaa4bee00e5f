namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Rounds() => At($"/rounds");

    public string OpenRound() => At($"/rounds/new");

    public string Round(string round) => At($"/rounds/{round}");

    public string AssignAssessors(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/assessors");

    public string Verdicts(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/verdicts");

    public string Consolidate(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/consolidate");

    public string PreviewResult(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/preview");

    public string Publish(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/publish");

    public string Correct(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/correct");
}
