namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>What Korea sees of this government: rounds, agreements, what was published.</summary>
    public string Sharing() => At($"/sharing");

    /// <summary>Who in Korea's hub saw or exported what.</summary>
    public string SharingLedger() => At($"/sharing/ledger");

    /// <summary>One round: what is shared, and what would be at each level.</summary>
    public string SharedRound(string round) => At($"/sharing/rounds/{round}");

    public string NewAgreement(string round) => At($"/sharing/rounds/{round}/new");

    /// <summary>What agencies did, as it is proposed for a round.</summary>
    public string Practices(string round) => At($"/sharing/rounds/{round}/practices");

    public string NewPractice(string round) => At($"/sharing/rounds/{round}/practices/new");

    /// <param name="round">Round code.</param>
    /// <param name="question">Code of a question of the shared core.</param>
    /// <param name="agency">Whose text is to be written.</param>
    public string NewPractice(string round, string question, string agency) => NewPractice(round) + $"?question={Uri.EscapeDataString(question)}&agency={Uri.EscapeDataString(agency)}";

    public string Practice(string round, string agency, string question) => At($"/sharing/rounds/{round}/practices/{agency}/{question}");

    /// <summary>The same for the agency, which agrees or not.</summary>
    public string AgencyPractice(string round, string agency, string question) => At($"/rounds/{round}/agencies/{agency}/practices/{question}");

    public string Agreement(int number) => At($"/sharing/agreements/{number}");

    public string SignAgreement(int number) => At($"/sharing/agreements/{number}/sign");

    public string RevokeAgreement(int number) => At($"/sharing/agreements/{number}/revoke");

    public string AgreementDocument(int number) => At($"/sharing/agreements/{number}/document");
}
