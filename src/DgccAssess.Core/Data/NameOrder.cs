using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Data;

/// <summary>
/// Whether a database sorts texts by code point, as the embedded one does. Another order is no fault: lists and their pages are whole in it. But names come in another
/// order than in other spaces, and a database's rules can't be changed once it is there, so the operator is told while it is new.
/// </summary>
public static class NameOrder
{
    // In the order of their code points; rules of a language mix the cases and pass over the signs.
    private static readonly string[] ByCodePoint = ["B", "Z", "a", "a-b", "a10", "a_b", "ab"];

    private const string Probe =
        "SELECT v AS \"Value\" FROM (SELECT 'a_b' AS v UNION ALL SELECT 'Z' UNION ALL SELECT 'ab' UNION ALL SELECT 'a' UNION ALL SELECT 'a10' UNION ALL SELECT 'B' UNION ALL SELECT 'a-b') AS t ORDER BY v";

    /// <returns>What an operator reads; null when all is well.</returns>
    public static async Task<string?> WarningAsync(SpaceDbContext db, DatabaseProvider provider, CancellationToken ct = default)
    {
        if ((await db.Database.SqlQueryRaw<string>(Probe).ToListAsync(ct)).SequenceEqual(ByCodePoint, StringComparer.Ordinal)) return null;

        var how = provider is DatabaseProvider.SqlServer ? "COLLATE Latin1_General_100_BIN2" : "TEMPLATE template0 LOCALE 'C.UTF-8'";
        return $"the database of space '{db.Space.Id}' sorts texts by rules of its own, not by code point: names come in another order than in other spaces. "
            + $"That can't be changed later; while it is empty, drop it, create it anew (CREATE DATABASE ... {how}) and run: dgcc migrate";
    }
}
