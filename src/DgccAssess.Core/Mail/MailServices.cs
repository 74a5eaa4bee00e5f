using DgccAssess.Core.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Mail;

public static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsRules>()
            .AddSingleton<SpaceAddress>()
            .AddSingleton<IMailTransport>(s => s.GetRequiredService<IOptions<MailOptions>>() switch
            {
                { Value.UsesServer: true } options => new SmtpMailTransport(options),
                { Value.UsesFolder: true } options => new PickupMailTransport(options),
                _ => new NoMailTransport(),
            })
            .AddScoped<Postbox>()
            .AddScoped<ComposeMail>()
            .AddJob<SendMail, SendMail.Args>();
    }

    /// <summary>The link that a template's mail carries.</summary>
    public static IServiceCollection AddMailLink<TMaker>(this IServiceCollection services, MailTemplate template, Func<TMaker, OutgoingMail, CancellationToken, Task<string?>> path)
        where TMaker : class =>
        services.AddScoped<TMaker>().AddSingleton(new MailLink(template, (scope, mail, ct) => path(scope.GetRequiredService<TMaker>(), mail, ct)));
}
