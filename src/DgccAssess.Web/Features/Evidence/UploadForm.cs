using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Evidence;

public sealed record UploadedFile(string Name, Stream Content);

/// <summary>A multipart form whose files are read as they arrive. Its fields come before its files.</summary>
public sealed class UploadForm
{
    private const int MaxFields = 10;
    private const int MaxFieldBytes = 4096;

    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly MultipartReader? reader;
    private (MultipartSection Section, ContentDispositionHeaderValue Disposition)? next;

    private UploadForm(MultipartReader? reader) => this.reader = reader;

    /// <summary>Said to be larger than any form may be; not read.</summary>
    public static UploadForm Oversized { get; } = new(null);

    public bool IsOversized => reader is null;

    public string? Field(string name) => fields.GetValueOrDefault(name);

    public static async Task<UploadForm> BeginAsync(string boundary, Stream body, CancellationToken ct)
    {
        var form = new UploadForm(new MultipartReader(boundary, body));
        while (await form.MoveNextAsync(ct) is { } part && !part.Disposition.IsFileDisposition()) await form.KeepAsync(part.Section, part.Disposition, ct);
        return form;
    }

    /// <summary>Each file must be read before the next is asked for; a place left empty in the form is none.</summary>
    public async IAsyncEnumerable<UploadedFile> FilesAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (var part = next; part is { } current; part = await MoveNextAsync(ct))
        {
            if (!current.Disposition.IsFileDisposition()) continue;
            var name = HeaderUtilities.RemoveQuotes(current.Disposition.FileNameStar.HasValue ? current.Disposition.FileNameStar : current.Disposition.FileName);
            // Browsers write a quotation mark in a name as %22 (HTML, multipart/form-data encoding).
            if (name.Length > 0) yield return new UploadedFile(name.ToString().Replace("%22", "\"", StringComparison.Ordinal), current.Section.Body);
        }
    }

    private async Task<(MultipartSection Section, ContentDispositionHeaderValue Disposition)?> MoveNextAsync(CancellationToken ct)
    {
        next = null;
        while (reader is not null && await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } disposition) return next = (section, disposition);
        }

        return null;
    }

    private async Task KeepAsync(MultipartSection section, ContentDispositionHeaderValue disposition, CancellationToken ct)
    {
        var bytes = new byte[MaxFieldBytes + 1];
        var length = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        if (length > MaxFieldBytes || fields.Count == MaxFields) throw new InvalidDataException("More or longer fields than the form has.");
        fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = Encoding.UTF8.GetString(bytes, 0, length);
    }
}
