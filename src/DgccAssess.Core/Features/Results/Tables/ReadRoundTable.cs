using System.Runtime.CompilerServices;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Scoring.Instruments;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Results.Tables;

/// <summary>A round's published results as a table, in the order of the agencies' codes. Snapshot by snapshot: one is let go before the next is read.</summary>
public sealed class ReadRoundTable(TenantDbContext db, InstrumentLibrary instruments)
{
    /// <returns>Null where there is no such round.</returns>
    public async Task<RoundTable?> HandleAsync(string round, RoundTableKind kind, string language, CancellationToken ct)
    {
        if (await db.Rounds.Where(r => r.Code == round).Select(r => new { r.Id, r.InstrumentVersionId }).FirstOrDefaultAsync(ct) is not { } found) return null;
        var instrument = (await instruments.GetAsync(found.InstrumentVersionId, ct)).Instrument;
        var name = $"{round}-{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}";
        return new RoundTable(name, TableRows.Columns(kind, instrument), RowsAsync(found.Id, kind, instrument, language, ct));
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(Guid roundId, RoundTableKind kind, Instrument instrument, string language, [EnumeratorCancellation] CancellationToken ct)
    {
        var documents =
            from snapshot in db.PublishedInForce()
            join assessment in db.Assessments on snapshot.AssessmentId equals assessment.Id
            join agency in db.Agencies on assessment.AgencyId equals agency.Id
            where assessment.RoundId == roundId
            orderby agency.Code
            select new { snapshot.Document, agency.Region };
        await foreach (var row in documents.AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var cells in TableRows.Of(kind, instrument, SnapshotReader.Read(row.Document), row.Region, language)) yield return cells;
        }
    }
}
