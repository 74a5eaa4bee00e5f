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

    public string Agreement(int number) => At($"/sharing/agreements/{number}");

    public string SignAgreement(int number) => At($"/sharing/agreements/{number}/sign");

    public string RevokeAgreement(int number) => At($"/sharing/agreements/{number}/revoke");

    public string AgreementDocument(int number) => At($"/sharing/agreements/{number}/document");
}
