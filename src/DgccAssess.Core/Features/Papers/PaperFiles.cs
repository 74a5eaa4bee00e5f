using System.Security.Cryptography;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;

namespace DgccAssess.Core.Features.Papers;

internal static class PaperFiles
{
    /// <summary>Papers and pictures that are in no register and kept nowhere: what they show is not the hub's own.</summary>
    /// <exception cref="PressException">The press could not make it.</exception>
    public static async Task<ResultFile> MakeAsync<T>(this IReportRenderer renderer, string kind, T document, CancellationToken ct)
        where T : PaperDocument
    {
        var content = await renderer.RenderAsync(new PaperRequest<T>(kind, ReportVariant.Accessible, document).ToPressRequest(), ct);
        return new ResultFile(content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }
}
