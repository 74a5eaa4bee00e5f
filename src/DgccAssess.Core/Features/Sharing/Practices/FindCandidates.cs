using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.SharedCore;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Practices;

/// <param name="Agency">Its code.</param>
/// <param name="Names">By language.</param>
/// <param name="Value">Its answer to the question, from 4 to 5.</param>
/// <param name="Explanation">What the agency itself wrote on the indicators, as it stands in its published result; empty where it wrote nothing.</param>
public sealed record PracticeCandidate(string Agency, LocalizedText Names, decimal Value, string Explanation);

/// <param name="IsPublic">A national result of the round that names agencies is public.</param>
/// <param name="Indicators">Those the question is mapped to; none where no mapping in force has any.</param>
/// <param name="Agencies">The best first.</param>
public sealed record PracticeCandidates(bool IsPublic, IReadOnlyList<string> Indicators, IReadOnlyList<PracticeCandidate> Agencies);

/// <summary>Agencies whose practice is worth asking for: named in the public result, and at one of the two highest levels of a question.</summary>
public sealed class FindCandidates(TenantDbContext db, InstrumentLibrary instruments, NamedAgencies named, ReadCoreMapping mappings)
{
    private const int Good = 4;
    private const int Most = 20;

    /// <returns>Null where there is no such round.</returns>
    public async Task<PracticeCandidates?> HandleAsync(string round, string question, CancellationToken ct)
    {
        if (await db.Rounds.Where(r => r.Code == round).Select(r => new { r.Id, r.InstrumentVersionId }).FirstOrDefaultAsync(ct) is not { } found) return null;
        if (await named.DocumentAsync(round, ct) is not { } document) return new PracticeCandidates(IsPublic: false, [], []);
        var instrument = (await instruments.GetAsync(found.InstrumentVersionId, ct)).Instrument;
        if ((await mappings.InForceAsync(instrument.Code, ct))?.Document.Mapping.Rows.FirstOrDefault(r => r.Question == question) is not { Indicators.Count: > 0 } row) return new PracticeCandidates(IsPublic: true, [], []);

        var consented = document.Agencies.Where(a => a.Consent).ToDictionary(a => a.Code, a => new LocalizedText(a.Names), StringComparer.Ordinal);
        var results = from snapshot in db.PublishedInForce(document.TakenAt)
                      join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
                      where assessment.RoundId == found.Id
                      select snapshot.Document;
        List<(CoreAgency Agency, CoreAnswer Answer, string Document)> good = [];
        await foreach (var result in results.AsAsyncEnumerable().WithCancellation(ct))
        {
            var agency = CoreSlice.Read(result).ToAgency(instrument);
            if (consented.ContainsKey(agency.Code) && CoreAnswer.Of(row, agency) is { Level: >= Good } answer) good.Add((agency, answer, result));
        }

        var best = good.OrderByDescending(g => g.Answer.Value).ThenBy(g => g.Agency.Code, StringComparer.Ordinal).Take(Most);
        return new PracticeCandidates(IsPublic: true, row.Indicators, [.. best.Select(g => new PracticeCandidate(g.Agency.Code, consented[g.Agency.Code], (decimal)g.Answer.Value.Numerator / (decimal)g.Answer.Value.Denominator, ExplanationOf(g.Document, row)))]);
    }

    private static string ExplanationOf(string document, CoreRow row) => string.Join("\n\n", SnapshotReader.Read(document).Inputs
        .Where(i => row.Indicators.Contains(i.Indicator, StringComparer.Ordinal) && !string.IsNullOrWhiteSpace(i.Self?.Explanation)).Select(i => i.Self!.Explanation.Trim()).Distinct(StringComparer.Ordinal));
}
