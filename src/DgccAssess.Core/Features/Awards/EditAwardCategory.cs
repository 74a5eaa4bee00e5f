using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.Awards;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards;

/// <param name="Award">Code of a declared award.</param>
/// <param name="Category">Its rules from now on; the code says which.</param>
/// <param name="Names">By language of the award.</param>
/// <param name="Version">Number of the award's version that was edited.</param>
public sealed record EditAwardCategoryCommand(string Award, AwardCategory Category, IReadOnlyDictionary<string, string> Names, int? Version);

/// <summary>Changes the rules of one category: a further version of the award, held against the same checks as the file. Award rounds that are open keep theirs.</summary>
public sealed class EditAwardCategory(TenantDbContext db, AwardShelf shelf, InstrumentLibrary library, DeclareAwards declare)
{
    public const int NameLength = 200;

    public async Task<Result> HandleAsync(EditAwardCategoryCommand command, CancellationToken ct = default)
    {
        if (command.Version is null) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if ((await shelf.HoldingAsync(ct)).FirstOrDefault(a => a.Code == command.Award) is not { } award) return Result.NotFound();
        if (award.Document.Award.Categories.All(c => c.Code != command.Category.Code)) return Result.NotFound();
        var edited = With(award.Document, command);
        var change = AwardChange.Between(new Dictionary<string, string> { [award.Code] = award.Hash }, [edited]);
        if (change.Count == 0) return Result.Ok;
        if (award.Number != command.Version) return Result.Stale();
        var problems = await CheckAsync(edited, command, ct);
        if (problems.Count > 0) return Result.Invalid(problems);

        await declare.StageAsync(change, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok;
        }
        catch (DbUpdateException)
        {
            // Somebody declared the next version first.
            db.ChangeTracker.Clear();
            if ((await DeclareAwards.HoldingAsync(db, ct)).GetValueOrDefault(award.Code) == award.Hash) throw;
            return Result.Stale();
        }
    }

    /// <summary>The award as it would be.</summary>
    public static AwardDocument With(AwardDocument document, EditAwardCategoryCommand command) => document with
    {
        Award = document.Award with { Categories = [.. document.Award.Categories.Select(c => c.Code == command.Category.Code ? command.Category : c)] },
        Names = new Dictionary<string, LocalizedText>(document.Names, StringComparer.Ordinal)
        {
            [AwardNameKeys.Category(command.Category.Code)] = LocalizedText.Of([.. document.Languages.Select(l => (l, command.Names.GetValueOrDefault(l, "").Trim()))]),
        },
    };

    private async Task<List<Problem>> CheckAsync(AwardDocument edited, EditAwardCategoryCommand command, CancellationToken ct)
    {
        var settings = db.Space.Settings;
        var version = await db.InstrumentVersions.Where(v => v.Code == edited.Award.Instrument).OrderByDescending(v => v.ImportedAt).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        var surroundings = new AwardSurroundings(
            [.. settings.AgencyGroups.Select(g => g.Code)], [.. settings.Regions.Select(r => r.Code)], version is { } id ? [(await library.GetAsync(id, ct)).Instrument] : []);
        var at = $"categories/{command.Category.Code}";
        return
        [
            .. edited.Languages.Select((l, i) => (Name: command.Names.GetValueOrDefault(l, "").Trim(), Field: $"Names[{i}].Text")).SelectMany(n => CheckName(n.Field, n.Name)),
            .. AwardCheck.Check(edited.Award, surroundings).Where(p => p.Path == at || p.Path.StartsWith(at + "/", StringComparison.Ordinal))
                .Select(p => new Problem(FieldOf(p.Path[at.Length..]), $"Awards.Check.{p.Code}", [.. p.Arguments])),
        ];
    }

    private static IEnumerable<Problem> CheckName(string field, string name)
    {
        if (name.Length == 0) yield return new(field, Messages.Required);
        if (name.Length > NameLength) yield return new(field, Messages.TooLong, NameLength);
    }

    // The check says where in the rules; the form has a field of that name. Who wins is the number's field.
    private static string FieldOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var part, ..] ? char.ToUpperInvariant(part[0]) + part[1..] : "Winners";
}
