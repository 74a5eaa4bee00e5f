using System.IO.Compression;
using System.Text.Json;
using DgccAssess.Core.Features.Printing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Printing;

/// <summary>A zip with its manifest first, then one report after the other: never more than one is in memory.</summary>
internal sealed class PapersZipResult(FetchedPapers papers) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, ct) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = papers.Name }.ToString();
        response.Headers.CacheControl = "no-store";

        // The library writes the few bytes behind each file in the old way, even where it is closed asynchronously.
        if (context.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await AddAsync(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(papers.Manifest, FetchedPapers.Json), ct);
        for (var i = 0; i < papers.Manifest.Files.Count; i++) await AddAsync(zip, papers.Manifest.Files[i].Name, await papers.OpenAsync(i, ct), ct);
    }

    private async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        // A PDF is packed already. The same files make the same zip.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = papers.Manifest.OrderedAt;
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }
}
