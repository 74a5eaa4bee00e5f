namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string AddEvidence(string round, string agency, string indicator) => At($"/rounds/{round}/agencies/{agency}/{indicator}/evidence");

    public string AddEvidenceLink(string round, string agency, string indicator) => At($"/rounds/{round}/agencies/{agency}/{indicator}/evidence/link");

    public string Evidence(string round, string agency, Guid evidenceId) => At($"/rounds/{round}/agencies/{agency}/evidence/{evidenceId}");

    public string RemoveEvidence(string round, string agency, Guid evidenceId) => At($"/rounds/{round}/agencies/{agency}/evidence/{evidenceId}/remove");

    /// <summary>The list of evidence on the indicator's page.</summary>
    public string AnswerEvidence(string round, string agency, string indicator) => Answer(round, agency, indicator) + "#evidence";
}
