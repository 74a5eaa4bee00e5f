using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Evidence;

public sealed record EvidenceRow
{
    public required Guid Id { get; init; }
    public required EvidenceKind Kind { get; init; }
    public required string Name { get; init; }
    public required string? ContentType { get; init; }

    /// <summary>Bytes; 0 for a link.</summary>
    public required long Length { get; init; }

    public required string? Url { get; init; }
    public required string AddedByName { get; init; }
    public required DateTime AddedAt { get; init; }
    public required int Version { get; init; }

    /// <summary>Null for a link.</summary>
    public EvidenceFormat? Format => ContentType is null ? null : EvidenceFormat.Of(ContentType);

    public bool ShownInPlace => Format is { ShownInPlace: true };
}

/// <summary>The evidence of one answer as a page shows it, with the forms to add more where the actor may.</summary>
public sealed record EvidenceSection
{
    public required string Round { get; init; }
    public required string Agency { get; init; }
    public required string Indicator { get; init; }

    /// <summary>Oldest first, without what was removed.</summary>
    public required IReadOnlyList<EvidenceRow> Items { get; init; }

    /// <summary>The actor may add and remove now.</summary>
    public required bool Editable { get; init; }

    /// <summary>Id of the next upload; further files of the same form count on from it.</summary>
    public required Guid NextFileId { get; init; }

    public required Guid NextLinkId { get; init; }

    /// <summary>A link as typed, where it was refused.</summary>
    public (string? Url, string? Title) Typed { get; init; }

    public bool IsFull => Items.Count >= EvidenceFiles.MaxItems;
}

public sealed class ListEvidence(TenantDbContext db, ActorContext actor, TimeProvider clock)
{
    public async Task<EvidenceSection> HandleAsync(AssessmentRef assessment, string indicator, CancellationToken ct) => new()
    {
        Round = assessment.Round,
        Agency = assessment.Agency,
        Indicator = indicator,
        Items = await HandleAsync(assessment.Id, indicator, ct),
        Editable = await db.Answers.Where(a => a.AssessmentId == assessment.Id && a.Indicator == indicator).Select(a => new { a.HolderId }).FirstOrDefaultAsync(ct)
            is { } answer && AnswerRules.Edit(assessment, answer.HolderId, actor.Current).Succeeded,
        NextFileId = clock.NewId(),
        NextLinkId = clock.NewId(),
    };

    /// <summary>The items alone, for a page with a way of its own to show them.</summary>
    public Task<List<EvidenceRow>> HandleAsync(Guid assessmentId, string indicator, CancellationToken ct) =>
        Rows(db.Evidence, db.Answers.Where(a => a.AssessmentId == assessmentId && a.Indicator == indicator)).ToListAsync(ct);

    /// <summary>One item that is still there, with its indicator.</summary>
    public async Task<(EvidenceRow Row, string Indicator)?> FindAsync(Guid assessmentId, Guid evidenceId, CancellationToken ct)
    {
        var row = await Rows(db.Evidence.Where(e => e.Id == evidenceId), db.Answers.Where(a => a.AssessmentId == assessmentId)).FirstOrDefaultAsync(ct);
        if (row is null) return null;
        var indicator = await (from evidence in db.Evidence
                               join answer in db.Answers on evidence.AnswerId equals answer.Id
                               where evidence.Id == evidenceId
                               select answer.Indicator).FirstAsync(ct);
        return (row, indicator);
    }

    private static IQueryable<EvidenceRow> Rows(IQueryable<EvidenceItem> items, IQueryable<Answer> answers) =>
        from evidence in items
        join answer in answers on evidence.AnswerId equals answer.Id
        where evidence.RemovedAt == null
        orderby evidence.AddedAt, evidence.Id
        select new EvidenceRow
        {
            Id = evidence.Id,
            Kind = evidence.Kind,
            Name = evidence.Name,
            ContentType = evidence.ContentType,
            Length = evidence.Length,
            Url = evidence.Url,
            AddedByName = evidence.AddedByName,
            AddedAt = evidence.AddedAt,
            Version = evidence.Version,
        };
}
