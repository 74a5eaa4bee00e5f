using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

public sealed record CommentLine(string ByName, DateTime At, string Text);

/// <summary>One answer with everything its page shows.</summary>
public sealed record AnswerSheet
{
    public required Guid AnswerId { get; init; }
    public required InstrumentDocument Document { get; init; }
    public required Node Node { get; init; }
    public required Scale Scale { get; init; }

    /// <summary>The groups above, from the root.</summary>
    public required IReadOnlyList<Node> Path { get; init; }

    public required Node? Previous { get; init; }
    public required Node? Next { get; init; }
    public required StoredAnswer Stored { get; init; }
    public required Guid? HolderId { get; init; }
    public required string? HolderName { get; init; }
    public required string? ReturnReason { get; init; }
    public required IReadOnlyList<CommentLine> Comments { get; init; }

    /// <summary>Ok, or why the reader may not change the answer.</summary>
    public required Result Edit { get; init; }
}

/// <summary>Reads one answer for its page; null when the instrument has no such indicator.</summary>
public sealed class ReadAnswer(TenantDbContext db, InstrumentLibrary instruments, ActorContext actor)
{
    public async Task<AnswerSheet?> HandleAsync(AssessmentRef assessment, string indicator, CancellationToken ct = default)
    {
        var document = await instruments.GetAsync(assessment.InstrumentVersionId, ct);
        var nodes = document.Instrument.Indicators().ToList();
        var position = nodes.FindIndex(n => n.Code.Equals(indicator, StringComparison.Ordinal));
        if (position < 0) return null;

        var (node, scale) = (nodes[position], document.Instrument.ScaleOf(nodes[position].Indicator!));
        var stored = await (
            from answer in db.Answers.AsNoTracking()
            where answer.AssessmentId == assessment.Id && answer.Indicator == indicator
            join account in db.Users on answer.HolderId equals (Guid?)account.Id into holders
            from holder in holders.DefaultIfEmpty()
            select new { Answer = answer, HolderName = holder == null ? null : holder.DisplayName }).SingleAsync(ct);
        var comments = await db.AnswerComments
            .Where(c => c.AnswerId == stored.Answer.Id)
            .OrderBy(c => c.At)
            .ThenBy(c => c.Id)
            .Select(c => new CommentLine(c.AuthorName, c.At, c.Text))
            .ToListAsync(ct);

        return new AnswerSheet
        {
            AnswerId = stored.Answer.Id,
            Document = document,
            Node = node,
            Scale = scale,
            Path = PathTo(document.Instrument.Nodes, node),
            Previous = position > 0 ? nodes[position - 1] : null,
            Next = position < nodes.Count - 1 ? nodes[position + 1] : null,
            Stored = StoredAnswer.Of(stored.Answer),
            HolderId = stored.Answer.HolderId,
            HolderName = stored.HolderName,
            ReturnReason = stored.Answer.ReturnReason,
            Comments = comments,
            Edit = AnswerRules.Edit(assessment, stored.Answer.HolderId, actor.Current),
        };
    }

    private static List<Node> PathTo(IReadOnlyList<Node> nodes, Node target)
    {
        foreach (var node in nodes.Where(n => n != target))
        {
            if (node.Children.Contains(target)) return [node];
            if (PathTo(node.Children, target) is { Count: > 0 } below) return [node, .. below];
        }

        return [];
    }
}
