using System.Globalization;
using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>What the page and its files have in common: which countries, and the ledger's line before anything of them is shown.</summary>
public abstract class ComparisonPageModel(ReadComparison read, NoteAccess access) : PageModel
{
    private const int MostLetters = 500;

    /// <summary>Ids of partners or codes of countries, each by itself or with commas between them.</summary>
    [BindProperty(Name = "countries", SupportsGet = true)]
    public string[]? Countries { get; set; }

    /// <summary>Code of an agency group.</summary>
    [BindProperty(Name = "group", SupportsGet = true)]
    public string? Group { get; set; }

    public ComparisonView View { get; protected set; } = null!;

    protected async Task<bool> LoadAsync(AccessKind kind, string place, CancellationToken ct)
    {
        if (!await ReadAsync(ct)) return false;
        await NoteAsync(View.Comparison.Chosen.SelectMany(c => c.Rounds), kind, place, ct);
        return true;
    }

    /// <summary>Whoever shows what was read notes it first.</summary>
    protected async Task<bool> ReadAsync(CancellationToken ct)
    {
        var chosen = (Countries ?? []).Where(c => c is not null).SelectMany(c => c.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (chosen.Sum(c => c.Length) > MostLetters || Group?.Length > MostLetters) return false;
        var group = string.IsNullOrWhiteSpace(Group) ? null : Group;
        var comparison = await read.HandleAsync(chosen, group, partners => partners.OrderBy(p => p.Names.InCurrentLanguage(), StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true)).ThenBy(p => p.Id, StringComparer.Ordinal), ct);
        View = new ComparisonView(comparison, group);
        return true;
    }

    protected Task NoteAsync(IEnumerable<ComparedRound> rounds, AccessKind kind, string place, CancellationToken ct) => NoteAsync(rounds.Select(r => r.Source), kind, place, ct);

    protected Task NoteAsync(IEnumerable<SharedRound> rounds, AccessKind kind, string place, CancellationToken ct) => access.HandleAsync(rounds, kind, place, ct);
}
