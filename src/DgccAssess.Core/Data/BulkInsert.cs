using DgccAssess.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DgccAssess.Core.Data;

/// <summary>
/// Writes many new rows without tracking them (src/decisions/0018-a-nation-to-work-on.md): for use cases that bring in whole rounds. The rules of every save
/// hold: what belongs together is written in one transaction, and nothing audited comes without an audit event in it.
/// </summary>
internal sealed class BulkInsert(SpaceDbContext db) : IAsyncDisposable
{
    // SQL Server takes 2,100 values in one statement; more rows than these gain nothing.
    private const int MostValues = 2000;
    private const int MostRows = 40;

    private readonly Dictionary<(Type, bool), BulkStatement> statements = [];

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    /// <param name="rows">In the order in which they refer to each other; rows of one entity behind each other.</param>
    /// <param name="ct">Nothing is begun once it is cancelled.</param>
    public async Task WriteAsync(IReadOnlyList<object> rows, CancellationToken ct)
    {
        if (rows.FirstOrDefault(r => r is IAudited) is { } audited && !rows.Any(r => r is AuditEvent))
            throw new InvalidOperationException($"{audited.GetType().Name} written without an audit event in the same save.");

        // Statements are prepared on one connection: it stays open from the first write to the last.
        if (statements.Count == 0) await db.Database.OpenConnectionAsync(ct);
        using var turn = await SqliteTurns.TakeAsync(db.Database.GetDbConnection(), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        for (var first = 0; first < rows.Count;)
        {
            var end = first + 1;
            while (end < rows.Count && rows[end].GetType() == rows[first].GetType()) end++;
            await WriteAsync(rows, first, end, transaction, ct);
            first = end;
        }

        await transaction.CommitAsync(ct);
        Rows += rows.Count;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) await statement.DisposeAsync();
        if (statements.Count > 0) await db.Database.CloseConnectionAsync();
    }

    private async Task WriteAsync(IReadOnlyList<object> rows, int first, int end, IDbContextTransaction transaction, CancellationToken ct)
    {
        var many = Statement(rows[first].GetType(), single: false);
        while (first < end)
        {
            var statement = first + many.Rows <= end ? many : Statement(rows[first].GetType(), single: true);
            await statement.ExecuteAsync(rows, first, transaction.GetDbTransaction(), ct);
            first += statement.Rows;
        }
    }

    private BulkStatement Statement(Type type, bool single)
    {
        if (statements.TryGetValue((type, single), out var known)) return known;
        return statements[(type, single)] = BulkStatement.Create(db, type, single ? 1 : Math.Min(MostRows, MostValues / BulkColumn.Of(db, type).Count));
    }
}
