using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Judging;
using DgccAssess.Core.Features.Awards.Nominations;
using DgccAssess.Core.Features.Awards.Objections;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Awards;

internal static class AwardsServices
{
    public static IServiceCollection AddAwards(this IServiceCollection services) => services
        .AddScoped<DeclareAwards>()
        .AddScoped<EditAwardCategory>()
        .AddScoped<FindAwardTerms>()
        .AddScoped<InstrumentNodes>()
        .AddScoped<AwardShelf>()
        .AddScoped<FindAwardRound>()
        .AddScoped<ChangeAwardRound>()
        .AddScoped<OpenAwardRound>()
        .AddScoped<BeginAwardRound>()
        .AddScoped<BuildCandidates>()
        .AddScoped<RankAward>()
        .AddScoped<RankAwardRound>()
        .AddScoped<DepartFromRanking>()
        .AddScoped<TakeBackDeparture>()
        .AddScoped<DecideAward>()
        .AddScoped<SealAward>()
        .AddScoped<ReopenAward>()
        .AddScoped<RevealAward>()
        .AddScoped<ReadSealedAward>()
        .AddScoped<FindAwardTasks>()
        .AddNominations()
        .AddObjections()
        .AddJudging();

    private static IServiceCollection AddNominations(this IServiceCollection services) => services
        .AddScoped<FindOwnNomination>()
        .AddScoped<SaveNomination>()
        .AddScoped<WithdrawNomination>()
        .AddScoped<AddProof>()
        .AddScoped<RemoveProof>()
        .AddScoped<OpenNomination>();

    private static IServiceCollection AddObjections(this IServiceCollection services) => services
        .AddScoped<FileAwardObjection>()
        .AddScoped<AnswerAwardObjection>()
        .AddScoped<ChangePrize>()
        .AddScoped<CloseAwardRound>();

    private static IServiceCollection AddJudging(this IServiceCollection services) => services
        .AddScoped<JurorPool>()
        .AddScoped<ReadJury>()
        .AddScoped<ReadScores>()
        .AddScoped<SetPanel>()
        .AddScoped<FindSeat>()
        .AddScoped<SaveScore>()
        .AddScoped<RecuseJuror>()
        .AddScoped<AddJuryNote>()
        .AddScoped<MoveJury>();
}
