namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string AwardRounds() => At($"/award-rounds");

    public string OpenAwardRound() => At($"/award-rounds/new");

    public string SimulateAward() => At($"/award-rounds/simulation");

    public string SimulateAward(string award, string round, string? previous, string? category) =>
        At($"/award-rounds/simulation?Award={award}&Round={round}&Previous={previous}&Category={category}");

    public string AwardRound(string awardRound) => At($"/award-rounds/{awardRound}");

    public string AwardRanking(string awardRound, string? category = null) => category is null ? At($"/award-rounds/{awardRound}/ranking") : At($"/award-rounds/{awardRound}/ranking?Category={category}");

    public string AwardDecision(string awardRound) => At($"/award-rounds/{awardRound}/decision");

    public string SealAward(string awardRound) => At($"/award-rounds/{awardRound}/seal");

    public string SealedAward(string awardRound) => At($"/award-rounds/{awardRound}/sealed");

    public string Winners(string awardRound) => At($"/results/awards/{awardRound}");
}
