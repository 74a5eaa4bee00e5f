using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers;

/// <param name="Kind">Which paper.</param>
/// <param name="Subject">What it is about, as addresses say it.</param>
/// <param name="SourceHash">SHA-256 of what it is made from.</param>
/// <param name="Template">Which template it takes, if it is issued now; null: the one in force.</param>
public sealed record IssuePaperCommand(PaperKind Kind, string Subject, string SourceHash, ChosenTemplate? Template = null) : ICreation;

/// <param name="Id">Null: the look every paper has by itself.</param>
public sealed record ChosenTemplate(Guid? Id);

public sealed record PaperIssued(string Paper, string Number, string Kind) : AuditFact(Paper);

/// <summary>Gives a paper its number in the register. The same paper keeps its number and its template, whoever asks and however often.</summary>
public sealed class IssuePaper(TenantDbContext db, SpaceInfo space, SpaceAddress addresses, ReadTemplates templates, AuditTrail audit, ActorContext actor, TimeProvider clock)
{
    private const int Tries = 20;

    public async Task<IssuedPaper> HandleAsync(IssuePaperCommand command, CancellationToken ct = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var known = await db.IssuedPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Subject == command.Subject && p.Kind == command.Kind && p.SourceHash == command.SourceHash, ct);
            if (known is not null) return known;

            var paper = await NextAsync(command, ct);
            db.IssuedPapers.Add(paper);
            audit.Record(new PaperIssued(command.Subject, paper.Number, paper.Kind.ToString()));
            try
            {
                await db.SaveChangesAsync(ct);
                return paper;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Somebody took the number, or issued this very paper.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IssuedPaper> NextAsync(IssuePaperCommand command, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var year = TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(space.Settings.TimeZone)).Year;
        var last = await db.IssuedPapers.Where(p => p.Year == year).MaxAsync(p => (int?)p.Sequence, ct) ?? 0;
        var number = new PaperNumber(PrefixOf(space), year, last + 1).ToString();
        return new IssuedPaper
        {
            Id = clock.NewId(),
            Number = number,
            Year = year,
            Sequence = last + 1,
            Kind = command.Kind,
            Subject = command.Subject,
            SourceHash = command.SourceHash,
            Address = addresses.TryOf(space, $"/verify/{number}"),
            TemplateId = command.Template is { } chosen ? chosen.Id : await templates.InForceIdAsync(TemplateShape.KindOf(command.Kind), ct),
            IssuedAt = now,
            IssuedById = actor.Current.Id,
            IssuedByName = actor.Current.Name,
        };
    }

    /// <summary>The country's code; letters of the space's id where it has none.</summary>
    public static string PrefixOf(SpaceInfo space)
    {
        const int longest = 8;
        if (space.Settings.Country is { } country) return country.ToUpperInvariant();
        var letters = string.Concat(space.Id.Where(char.IsAsciiLetter).Take(longest)).ToUpperInvariant();
        return letters.Length > 0 ? letters : "X";
    }
}
