using DgccAssess.Web.Features.Evidence;
using Microsoft.AspNetCore.Http.Features;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Size limits of requests; fields have their own in the use cases.</summary>
public static class Limits
{
    /// <summary>Bytes of an ordinary body: an answer with all its texts is far below.</summary>
    public const long FormBytes = 1024 * 1024;

    /// <summary>Bytes of the largest form: the reasons of a whole instrument in Arabic, six letters for each of theirs. Pages that take files say how much more they take.</summary>
    public const long LargestForm = 4 * FormBytes;

    public static IServiceCollection AddLimits(this IServiceCollection services, IWebHostBuilder host)
    {
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        return services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 2000;
            form.ValueLengthLimit = 256 * 1024;
            form.MultipartBodyLengthLimit = LargestForm;
        }).AddSingleton<UploadLimits>().AddSingleton<Features.Papers.LookupLimits>().AddSingleton<Features.National.PublicLimits>();
    }

    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/health", () => Results.Text("ok")).WithoutSpace().AllowAnonymous();
}
