using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Ledger;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Sharing;

internal static class SharingServices
{
    private const string EveryNight = "41 1 * * *";
    private const string EveryFiveMinutes = "*/5 * * * *";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddSharing(this IServiceCollection services) => services
        .AddHttpClient(RemoteHub.Client).ConfigureHttpClient(http => http.Timeout = Patience).Services
        .AddSingleton<HubTokens>()
        .AddScoped<BuildPayload>()
        .AddScoped<NamedAgencies>()
        .AddScoped<FindCandidates>()
        .AddScoped<FindPractice>()
        .AddScoped<ReadAgreedPractices>()
        .AddScoped<ProposePractice>()
        .AddScoped<RewordPractice>()
        .AddScoped<AgreeToPractice>()
        .AddScoped<DeclinePractice>()
        .AddScoped<WithdrawPractice>()
        .AddScoped<SettleSharing>()
        .AddScoped<DraftAgreement>()
        .AddScoped<ChangeAgreement>()
        .AddScoped<AttachDocument>()
        .AddScoped<SignAgreement>()
        .AddScoped<RevokeAgreement>()
        .AddScoped<CollectLedger>()
        .AddScoped<SettleRounds>()
        .AddScoped<LocalHub>()
        .AddScoped<RemoteHub>()
        .AddScoped<ISharingHub>(s => s.GetRequiredService<RemoteHub>().IsSet ? s.GetRequiredService<RemoteHub>() : s.GetRequiredService<LocalHub>())
        .AddJob<SettleRound, SettleRoundArgs>()
        .AddJob<DeliverSharing, DeliverSharingArgs>()
        .AddRecurringWork<SharingWork>(EveryNight, (work, ct) => work.SettleAsync(ct))
        .AddRecurringWork<SharingWork>(EveryFiveMinutes, (work, ct) => work.CollectAsync(ct))
        .AddScoped<SharingWork>();
}
