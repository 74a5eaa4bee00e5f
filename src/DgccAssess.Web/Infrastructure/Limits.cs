using DgccAssess.Core.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Size limits of requests; fields have their own in the use cases.</summary>
public static class Limits
{
    /// <summary>Bytes of an ordinary form: an answer with all its texts is far below.</summary>
    public const long FormBytes = 1024 * 1024;

    private const int Overhead = 64 * 1024;

    public static IServiceCollection AddLimits(this IServiceCollection services, IWebHostBuilder host)
    {
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = EvidenceFiles.MaxBytes + Overhead;
        });
        return services.Configure<FormOptions>(form =>
        {
            form.ValueCountLimit = 2000;
            form.ValueLengthLimit = 256 * 1024;
            form.MultipartBodyLengthLimit = EvidenceFiles.MaxBytes + Overhead;
        });
    }

    public static void MapHealth(this WebApplication app) =>
        app.MapGet("/health", () => Results.Text("ok")).WithoutSpace().AllowAnonymous();
}
