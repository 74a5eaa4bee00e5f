using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Papers;

/// <summary>What the register says of a paper: its figures where they are public, and whether a file is that paper.</summary>
[AllowAnonymous]
[PublicLookup]
public sealed class PaperModel(FindPaper find, SpaceInfo space, SpaceView view, Links links) : PageModel
{
    private const int HashLength = 64;

    [BindProperty]
    public FileInput Input { get; set; } = new();

    public FoundPaper Found { get; private set; } = null!;

    /// <summary>What the paper says; null where that is not public.</summary>
    public ReportDocument? Report { get; private set; }

    /// <summary>The SHA-256 that was compared.</summary>
    public string? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken ct) => await LoadAsync(number, ct) ? Page() : Redirect(links.VerifyTyped(number));

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken ct)
    {
        if (!await LoadAsync(number, ct)) return Redirect(links.VerifyTyped(number));

        var hash = Input.File is { Length: > 0 } file ? await HashAsync(file, ct) : Input.Hash?.Trim();
        if (string.IsNullOrEmpty(hash)) return this.PageWithErrors(Result.Invalid(nameof(Input.Hash), PaperMessages.HashMissing));
        if (hash.Length != HashLength || !hash.All(char.IsAsciiHexDigit)) return this.PageWithErrors(Result.Invalid(nameof(Input.Hash), PaperMessages.HashWrong, HashLength));
        Compared = hash.ToLowerInvariant();
        return Page();
    }

    private async Task<bool> LoadAsync(string number, CancellationToken ct)
    {
        if (await find.HandleAsync(number, ct) is not { } found) return false;
        Found = found;
        Report = found.Result is { } result ? ReportBuilder.Build(result, space, view.Language) : null;
        return true;
    }

    private static async Task<string> HashAsync(IFormFile file, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}

public sealed record FileInput
{
    public string? Hash { get; init; }

    /// <summary>Where the browser can't compute the hash itself.</summary>
    public IFormFile? File { get; init; }
}
