using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Connect;

public static class ConnectServices
{
    private const string EveryNight = "37 2 * * *";

    public static IServiceCollection AddConnect(this IServiceCollection services)
    {
        services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<SpaceDbContext>().ReplaceDefaultEntities<ApiClient, ApiGrant, ScopeEntry, ApiToken, Guid>());
        return services
            .AddSingleton<SpaceKeyProtection>()
            .AddSingleton<SpaceKeys>()
            .AddScoped<RotateSigningKeys>()
            .AddScoped<RegisterApiClient>()
            .AddScoped<RenewApiClientSecret>()
            .AddScoped<RevokeApiClient>()
            .AddScoped<ForgetTokens>()
            .AddScoped<AllowClient>()
            .AddScoped<NoteReusedToken>()
            .AddRecurringWork<RotateSigningKeys>(EveryNight, (job, ct) => job.HandleAsync(RotateKeys.WhenDue, ct))
            .AddRecurringWork<ForgetTokens>(EveryNight, (job, ct) => job.HandleAsync(ct));
    }
}
