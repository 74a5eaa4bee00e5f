namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Assessment(string round, string agency) => At($"/rounds/{round}/agencies/{agency}");

    public string Answer(string round, string agency, string indicator) => At($"/rounds/{round}/agencies/{agency}/{indicator}");

    public string AnswerComments(string round, string agency, string indicator) => At($"/rounds/{round}/agencies/{agency}/{indicator}/comments");

    public string ReturnAnswer(string round, string agency, string indicator) => At($"/rounds/{round}/agencies/{agency}/{indicator}/return");

    public string AssignAnswers(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/assign");

    public string CheckAnswers(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/check");

    public string SignOff(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/sign-off");

    public string Recall(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/recall");
}
