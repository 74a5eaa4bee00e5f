using System.Text.Json;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results.Tables;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Results;

/// <summary>What a round's published results can be fetched as.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class RoundFilesModel(TenantDbContext db) : PageModel
{
    /// <summary>With what addresses say.</summary>
    public static IReadOnlyList<(RoundTableKind Kind, string Table)> Tables { get; } =
        [.. Enum.GetValues<RoundTableKind>().Select(kind => (kind, JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())))];

    [FromRoute]
    public string Round { get; init; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await db.Rounds.AnyAsync(r => r.Code == Round, ct) ? Page() : NotFound();
}
