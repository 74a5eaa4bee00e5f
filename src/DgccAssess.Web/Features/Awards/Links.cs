namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string AwardRounds() => At($"/award-rounds");

    public string OpenAwardRound() => At($"/award-rounds/new");

    public string SimulateAward() => At($"/award-rounds/simulation");

    public string SimulateAward(string award, string round, string? previous, string? category) =>
        At($"/award-rounds/simulation?Award={award}&Round={round}&Previous={previous}&Category={category}");

    public string AwardRound(string awardRound) => At($"/award-rounds/{awardRound}");

    public string AwardRankingFile(string awardRound, string format) => At($"/award-rounds/{awardRound}/ranking/file?format={format}");

    public string AwardRanking(string awardRound, string? category = null) => category is null ? At($"/award-rounds/{awardRound}/ranking") : At($"/award-rounds/{awardRound}/ranking?Category={category}");

    public string AwardDecision(string awardRound) => At($"/award-rounds/{awardRound}/decision");

    public string SealAward(string awardRound) => At($"/award-rounds/{awardRound}/seal");

    public string SealedAward(string awardRound) => At($"/award-rounds/{awardRound}/sealed");

    public string AwardJury(string awardRound) => At($"/award-rounds/{awardRound}/jury");

    public string AwardPanel(string awardRound) => At($"/award-rounds/{awardRound}/panel");

    public string AwardPanel(string awardRound, Guid panel) => At($"/award-rounds/{awardRound}/panel/{panel}");

    /// <summary>The coordinator's own.</summary>
    public string Nominate(string awardRound) => At($"/award-rounds/{awardRound}/nomination");

    public string NominationFiles(string awardRound) => At($"/award-rounds/{awardRound}/nomination/files");

    public string NominationOf(string awardRound, string agency) => At($"/award-rounds/{awardRound}/nominations/{agency}");

    public string NominationProof(string awardRound, string agency, Guid proof) => At($"/award-rounds/{awardRound}/nominations/{agency}/files/{proof}");

    public string Judge(string awardRound) => At($"/award-rounds/{awardRound}/judge");

    public string JudgeNomination(string awardRound, string agency) => At($"/award-rounds/{awardRound}/judge/{agency}");

    public string AwardObjections(string awardRound) => At($"/award-rounds/{awardRound}/objections");

    /// <summary>The coordinator's own.</summary>
    public string ObjectToAward(string awardRound) => At($"/award-rounds/{awardRound}/objection");

    public string AwardKit(string awardRound) => At($"/award-rounds/{awardRound}/kit");

    public string AwardKitFile(string awardRound, string file) => At($"/award-rounds/{awardRound}/kit/{file}");

    public string Awards() => At($"/awards");

    public string AwardCategory(string award, string category) => At($"/awards/{award}/{category}");

    public string Winners(string awardRound) => At($"/results/awards/{awardRound}");
}
