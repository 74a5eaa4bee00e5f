using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect.Keys;
using DgccAssess.Core.Jobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Connect;

public static class ConnectServices
{
    private const string EveryNight = "37 2 * * *";

    /// <summary>Comes after data protection: the web binds the framework's protectors to the request's space afterwards, and keys are opened outside requests too.</summary>
    public static IServiceCollection AddConnect(this IServiceCollection services)
    {
        var framework = services.Last(d => d.ServiceType == typeof(IDataProtectionProvider)).ImplementationFactory!;
        services.AddSingleton(s => new SpaceKeyProtection((IDataProtectionProvider)framework(s)));
        services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<SpaceDbContext>().ReplaceDefaultEntities<ApiClient, ApiGrant, ScopeEntry, ApiToken, Guid>());
        return services
            .AddSingleton<SpaceKeys>()
            .AddScoped<RotateSigningKeys>()
            .AddScoped<RegisterApiClient>()
            .AddScoped<RenewApiClientSecret>()
            .AddScoped<RevokeApiClient>()
            .AddScoped<ForgetTokens>()
            .AddRecurringWork<RotateSigningKeys>(EveryNight, (job, ct) => job.HandleAsync(RotateKeys.WhenDue, ct))
            .AddRecurringWork<ForgetTokens>(EveryNight, (job, ct) => job.HandleAsync(ct));
    }
}
