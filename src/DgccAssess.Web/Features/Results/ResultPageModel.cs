using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.Results;

/// <summary>Pages of a stored result: the published one, or with ?of=final the final values an organizer looks at before publishing, and an auditor.</summary>
public abstract class ResultPageModel(ReadResult read, ActorContext actor) : AssessmentPageModel
{
    private const string Published = "published";
    private const string Final = "final";

    [BindProperty(Name = "of", SupportsGet = true)]
    public string? Of { get; set; }

    public bool IsPreview => Of == Final;

    protected StoredResult Stored { get; private set; } = null!;

    /// <returns>What to answer instead of the page; null when the result was found.</returns>
    protected async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (Of is not (null or Published or Final)) return BadRequest();
        if (IsPreview && !actor.Current.Can(Permissions.RoundsOrganize) && !actor.Current.Can(Permissions.RecordsRead)) return StatusCode(StatusCodes.Status403Forbidden);
        if (await read.HandleAsync(Assessment.Id, IsPreview ? Milestone.Final : Milestone.Published, ct) is not { } stored) return NotFound();
        Stored = stored;
        return null;
    }
}
