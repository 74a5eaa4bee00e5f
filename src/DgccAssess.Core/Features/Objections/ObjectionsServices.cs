using DgccAssess.Core.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Core.Features.Objections;

internal static class ObjectionsServices
{
    public static IServiceCollection AddObjections(this IServiceCollection services) => services
        .AddScoped<ReadObjections>()
        .AddScoped<ListObjections>()
        .AddScoped<FindObjectionTasks>()
        .AddScoped<FileObjection>()
        .AddScoped<WithdrawObjection>()
        .AddScoped<AnswerObjection>()
        .AddMailLink<ObjectionMail>(MailTemplate.ObjectionAnswered, (link, mail, ct) => link.PathAsync(mail, ct));
}
