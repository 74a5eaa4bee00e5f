namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>Where anybody looks up the number of a paper.</summary>
    public string Verify() => At($"/verify");

    /// <summary>As typed: leads to the paper, or says what is wrong.</summary>
    public string VerifyTyped(string number) => At($"/verify?number={number}");

    public string Paper(string number) => At($"/verify/{number}");

    /// <summary>The signed bundle of the result a paper reports.</summary>
    public string PaperBundle(string number) => At($"/verify/{number}/bundle.json");

    /// <summary>The public keys that signed results.</summary>
    public string ResultKeys() => At($"/verify/key");

    public string ResultBundle(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/result/bundle.json");
}
