using System.Globalization;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>What somebody needs to use a pack without this product.</summary>
internal static class PackReadme
{
    public static string Of(SpaceInfo space, DateTime madeAt) => string.Create(CultureInfo.InvariantCulture, $"""
        Exit pack of {space.Settings.Names.In("en")} ({space.Id}), made {madeAt:yyyy-MM-dd HH:mm} UTC. Everything this space held, as open files.

        manifest.json   every file with its size and SHA-256, what was left out and why, what is missing
        tables/         each table twice: NAME.csv for spreadsheets (UTF-8, a cell that could be taken for a formula has an apostrophe before it), NAME.jsonl for
                        programs (one JSON object a line, values as they are). Ids join tables; instants are UTC.
        instruments/    each instrument version as canonical JSON; its SHA-256 is the hash that snapshots name
        awards/         each version of the rules of an award as canonical JSON; its SHA-256 is the column hash of tables/awards
        snapshots/      what stood at each milestone; its SHA-256 is the column hash of tables/snapshots
        evidence/       files by their SHA-256; tables/evidence says which answer each belongs to
        results/        the report of each published result, tagged PDF/A

        Checking the audit trail (tables/audit-events, audit-sealed-events, audit-blocks), by SHA-256 throughout:
        TEXT is its length in UTF-8 bytes as a number, then the bytes; NUMBER is 8 bytes, big-endian; INSTANT is the NUMBER of microseconds since 0001-01-01 UTC;
        ID is its 16 bytes in the order they are written.
        hash of an event:  TEXT "dgcc.audit.event.1", ID id, INSTANT at, ID actor_id, TEXT actor_name, TEXT type, TEXT subject, TEXT details
        hash of a block:   TEXT "dgcc.audit.block.1", TEXT "{space.Id}", NUMBER number, NUMBER first_sequence, NUMBER count, INSTANT settled_until, INSTANT sealed_at,
                           TEXT previous_hash, then TEXT hash of each sealed event of the block in the order of sequence
        Each event's hash is in audit-sealed-events, each block's in audit-blocks; the first block's previous_hash is 64 zeros.

        """);
}
