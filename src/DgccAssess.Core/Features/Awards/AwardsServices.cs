using DgccAssess.Core.Features.Awards.Explain;
using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Awards;

internal static class AwardsServices
{
    public static IServiceCollection AddAwards(this IServiceCollection services) => services
        .AddScoped<DeclareAwards>()
        .AddScoped<FindAwardTerms>()
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
        .AddScoped<ReadSealedAward>();
}
