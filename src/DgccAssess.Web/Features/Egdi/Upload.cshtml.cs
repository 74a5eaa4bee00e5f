using System.Globalization;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Core.Files;
using DgccAssess.Scoring.Egdi;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Egdi;

/// <summary>Takes the UN's own file: first what is found in it is shown, then it is kept. Between the two the page holds the file itself.</summary>
[Authorize(Policy = Policies.ManageProgramme)]
public sealed class UploadModel(EgdiShelf shelf, KeepEgdi keep, Links links) : EgdiPageModel(shelf)
{
    private readonly EgdiShelf shelf = shelf;

    [BindProperty]
    public UploadInput Input { get; set; } = new();

    /// <summary>Null until a file was looked at.</summary>
    public EgdiCheck? Checked { get; private set; }

    /// <summary>The edition in use that keeping it would replace; null: there is none of that year.</summary>
    public ShelvedEdition? Replaced => Checked?.Edition is { } edition ? Editions.Find(edition.Year) : null;

    /// <summary>States whose figures differ from those in use.</summary>
    public IReadOnlyList<(EgdiCountry Now, EgdiCountry New)> Changed =>
        Replaced is null ? [] : [.. Checked!.Edition!.Countries.Select(c => (Replaced.Edition.Find(c.Code)!, c)).Where(p => p.Item1 is not null && (p.Item1.Egdi, p.Item1.Rank, p.Item1.Components) != (p.c.Egdi, p.c.Rank, p.c.Components))];

    public IReadOnlyList<EgdiVersionInfo> Versions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAllAsync(ct);

    /// <summary>Looks at the file; nothing is kept.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        await LoadAllAsync(ct);
        var read = await ReadAsync(ct);
        return read.Succeeded ? await ShowAsync(read.Value!, ct) : this.PageWithErrors(read);
    }

    /// <summary>Keeps the file whose findings the page shows.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kept = await keep.HandleAsync(new(Input.Text ?? "", Input.Source ?? "", Input.Day, Input.Version), ct);
        if (kept.Succeeded) return LocalRedirect(links.Egdi(kept.Value!.Year));
        await LoadAllAsync(ct);
        Checked = (await keep.CheckAsync(Input.Text ?? "", ct)).Value;
        // Keeping it again replaces what is shown now, knowingly.
        ModelState.Clear();
        Input = Input with { Version = Checked?.Number };
        return this.PageWithErrors(kept);
    }

    private async Task<IActionResult> ShowAsync(string text, CancellationToken ct)
    {
        var result = await keep.CheckAsync(text, ct);
        if (!result.Succeeded) return this.PageWithErrors(Moved(result));
        Checked = result.Value!;
        ModelState.Clear();
        Input = Input with { Text = Checked.Edition is null ? null : text, Version = Checked.Number };
        if (Checked.Edition is null) return this.PageWithErrors(Result.Invalid(nameof(Input.File), EgdiMessages.FileFaulty, Checked.Reading.Problems.Count));
        return Page();
    }

    private async Task<Result<string>> ReadAsync(CancellationToken ct)
    {
        if (Input.File is not { Length: > 0 } file) return Failed(EgdiMessages.FileMissing);
        if (file.Length > KeepEgdi.MostLetters) return Failed(EgdiMessages.FileTooLarge, KeepEgdi.MostLetters / 1024);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        var bytes = content.ToArray();
        var text = Decode(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes);
        return UnsafeCharacters.IndexIn(text) >= 0 ? Failed(EgdiMessages.FileNotText) : text;
    }

    // Spreadsheets save CSV in the old encoding of Western Europe, of which the names of states use the letters alone.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private async Task LoadAllAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Versions = await shelf.VersionsAsync(ct);
    }

    private static Result Moved(Result result) => Result.Invalid([.. result.Problems.Select(p => p with { Field = nameof(Input.File) })]);

    private static Result<string> Failed(string message, params object[] arguments) => Result<string>.From(Result.Invalid(nameof(Input.File), message, arguments));
}

public sealed record UploadInput
{
    public IFormFile? File { get; init; }

    /// <summary>The file, once it was looked at.</summary>
    public string? Text { get; init; }

    public string? Source { get; init; }
    public string? TakenOn { get; init; }
    public int? Version { get; init; }

    public DateOnly? Day => DateOnly.TryParseExact(TakenOn?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
