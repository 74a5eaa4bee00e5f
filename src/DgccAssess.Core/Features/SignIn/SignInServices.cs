using DgccAssess.Core.Features.SignIn.Authenticator;
using DgccAssess.Core.Features.SignIn.Passkeys;
using DgccAssess.Core.Features.SignIn.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.SignIn;

public static class SignInServices
{
    public static IServiceCollection AddSignInRules(this IServiceCollection services) => services
        .AddSingleton<SessionCache>()
        .AddScoped<CheckPassword>()
        .AddScoped<FindSession>()
        .AddScoped<SignInSessions>()
        .AddScoped<ProveSecondFactor>()
        .AddScoped<SetUpSecondFactor>()
        .AddScoped<ManagePasskeys>();
}
