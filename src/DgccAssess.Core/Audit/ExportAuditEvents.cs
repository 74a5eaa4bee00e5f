using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Audit;

public enum AuditExportFormat
{
    Csv,
    JsonLines,
}

public sealed record AuditExported(AuditExportFormat Format, [property: Personal] string? Person, string? Type, string? About, DateTime? From, DateTime? Until)
    : AuditFact("audit");

/// <summary>Hands out the events of a filter to be taken away, and records that.</summary>
public sealed class ExportAuditEvents(SpaceDbContext db, FindAuditEvents find, AuditTrail audit)
{
    public async Task<Result<IAsyncEnumerable<AuditEvent>>> HandleAsync(AuditFilter filter, AuditExportFormat format, CancellationToken ct)
    {
        var found = await find.HandleAsync(filter, ct: ct);
        if (!found.Succeeded) return Result<IAsyncEnumerable<AuditEvent>>.From(found);

        audit.Record(new AuditExported(format, filter.Person, filter.Type, filter.Subject, filter.From, filter.Until));
        await db.SaveChangesAsync(ct);
        return Result<IAsyncEnumerable<AuditEvent>>.Of(found.Value!.AsAsyncEnumerable());
    }
}
