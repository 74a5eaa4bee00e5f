namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>The objections of a round, for those who answer and audit them.</summary>
    public string Objections(string round) => At($"/rounds/{round}/objections");

    /// <summary>Where an agency objects to its result, and takes it back.</summary>
    public string ObjectToResult(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/result/objection");

    public string AnswerObjection(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/result/objection/answer");
}
