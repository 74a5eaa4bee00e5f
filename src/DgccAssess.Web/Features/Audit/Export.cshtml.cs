using System.Globalization;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Files;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Audit;

/// <summary>The filtered trail as a file, written row by row as the database gives it.</summary>
[Authorize(Policy = Policies.ReadAudit)]
public sealed class ExportModel(
    ExportAuditEvents export, AuditSentence sentence, SpaceView view, SpaceInfo space, TimeProvider clock, Links links, IStringLocalizer<AuditWords> words) : PageModel
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    [BindProperty(Name = "")]
    public AuditInput Input { get; set; } = new();

    public IActionResult OnGet() => LocalRedirect(links.Audit());

    public async Task<IActionResult> OnPostAsync(AuditExportFormat? format, CancellationToken ct)
    {
        var filter = Input.Read(view, words, ModelState);
        if (!ModelState.IsValid || format is not { } wanted || !Enum.IsDefined(wanted)) return BadRequest();
        var found = await export.HandleAsync(filter, wanted, ct);
        if (!found.Succeeded) return BadRequest();

        var (type, extension) = wanted is AuditExportFormat.Csv ? ("text/csv; charset=utf-8", "csv") : ("application/jsonl", "jsonl");
        Response.ContentType = type;
        Response.Headers.CacheControl = "no-store";
        var day = view.Local(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Response.Headers.ContentDisposition = $"attachment; filename=\"audit-{space.Id}-{day}.{extension}\"";
        await (wanted is AuditExportFormat.Csv ? WriteCsvAsync(found.Value!, ct) : WriteLinesAsync(found.Value!, ct));
        return new EmptyResult();
    }

    private async Task WriteCsvAsync(IAsyncEnumerable<AuditEvent> events, CancellationToken ct)
    {
        await using var csv = Csv.Open(Response.Body);
        foreach (var column in new[] { "id", "at", "actorId", "actor", "type", "subject", "what", "details" }) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var e in events.WithCancellation(ct))
        {
            foreach (var field in new[] { $"{e.Id}", At(e), $"{e.ActorId}", e.ActorName, e.Type, e.Subject, AuditSentence.Plain(sentence.Of(e.Type, e.Details)), e.Details })
            {
                csv.WriteField(field);
            }

            await csv.NextRecordAsync();
        }
    }

    private async Task WriteLinesAsync(IAsyncEnumerable<AuditEvent> events, CancellationToken ct)
    {
        await using var text = new StreamWriter(Response.Body, Utf8);
        await foreach (var e in events.WithCancellation(ct))
        {
            using var details = JsonDocument.Parse(e.Details);
            await text.WriteLineAsync(JsonSerializer.Serialize(
                new { e.Id, At = At(e), e.ActorId, Actor = e.ActorName, e.Type, e.Subject, Details = details.RootElement }, JsonSerializerOptions.Web).AsMemory(), ct);
        }
    }

    private static string At(AuditEvent e) => e.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
