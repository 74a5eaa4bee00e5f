using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.SelfAssessment;

/// <summary>All answers of one assessment in the instrument's reading order, as task list, check page and sign-off see them.</summary>
public sealed class ListAnswers(TenantDbContext db, InstrumentLibrary instruments)
{
    public async Task<AnswerList> HandleAsync(AssessmentRef assessment, CancellationToken ct = default)
    {
        var document = await instruments.GetAsync(assessment.InstrumentVersionId, ct);
        var stored = await (
            from answer in db.Answers
            where answer.AssessmentId == assessment.Id
            join account in db.Users on answer.HolderId equals (Guid?)account.Id into holders
            from holder in holders.DefaultIfEmpty()
            select new
            {
                answer.Id,
                answer.Indicator,
                answer.Status,
                answer.Level,
                answer.Criteria,
                answer.Facts,
                answer.Subject,
                answer.HolderId,
                HolderName = holder == null ? null : holder.DisplayName,
                answer.ReturnReason,
                answer.SavedByName,
                answer.SavedAt,
                answer.Version,
                Evidence = db.Evidence.Count(e => e.AnswerId == answer.Id && e.RemovedAt == null),
            }).ToDictionaryAsync(a => a.Indicator, ct);

        var states = document.Instrument.Indicators().Select(node => (node, found: stored[node.Code])).Select(a => new AnswerState
        {
            AnswerId = a.found.Id,
            Node = a.node,
            Scale = document.Instrument.ScaleOf(a.node.Indicator!),
            Status = a.found.Status,
            Level = a.found.Level,
            Criteria = a.found.Criteria,
            FactCount = a.found.Facts.Count,
            EvidenceCount = a.found.Evidence,
            Subject = a.found.Subject,
            HolderId = a.found.HolderId,
            HolderName = a.found.HolderName,
            ReturnReason = a.found.ReturnReason,
            SavedByName = a.found.SavedByName,
            SavedAt = a.found.SavedAt,
            Version = a.found.Version,
        });
        return new AnswerList(document, [.. states]);
    }
}

/// <param name="Document">The round's instrument version.</param>
/// <param name="Answers">One per indicator, in reading order.</param>
public sealed record AnswerList(InstrumentDocument Document, IReadOnlyList<AnswerState> Answers)
{
    /// <summary>All versions in reading order: what a coordinator checked is what gets signed.</summary>
    public string Token => TokenOf(Answers.Select(a => a.Version));

    public bool CanBeSigned => !Answers.SelectMany(a => a.Problems).Any(AnswerState.StopsSignOff);

    internal static string TokenOf(IEnumerable<int> versions) => string.Join('.', versions);

    /// <summary>Indicators whose answer has another version than in the token.</summary>
    public IReadOnlyList<string> ChangedSince(string token)
    {
        var then = token.Split('.');
        var now = Token.Split('.');
        return then.Length != now.Length
            ? [.. Answers.Select(a => a.Indicator)]
            : [.. Answers.Where((_, i) => then[i] != now[i]).Select(a => a.Indicator)];
    }
}
