using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DgccAssess.Tests.Features.Tenants.Operation;

/// <summary>Checks the audit chain of a pack by what its README says, and by nothing of the product.</summary>
internal static class PackAudit
{
    public static bool Holds(ZipArchive zip, string space)
    {
        var events = Rows(zip, "audit-events").ToDictionary(e => Text(e, "id"));
        var (previous, seals, blocks) = (new string('0', 64), Rows(zip, "audit-sealed-events"), Rows(zip, "audit-blocks"));
        Assert.NotEmpty(blocks);
        foreach (var block in blocks.OrderBy(b => Number(b, "number")))
        {
            var own = seals.Where(s => Number(s, "block") == Number(block, "number")).OrderBy(s => Number(s, "sequence")).ToList();
            if (own.Exists(s => Text(s, "hash") != OfEvent(events[Text(s, "event_id")])) || Text(block, "previous_hash") != previous || OfBlock(space, block, own) != Text(block, "hash")) return false;
            previous = Text(block, "hash");
        }

        return true;
    }

    public static List<JsonElement> Rows(ZipArchive zip, string table) =>
        [.. Encoding.UTF8.GetString(Bytes(zip, $"tables/{table}.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static byte[] Bytes(ZipArchive zip, string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string OfEvent(JsonElement e) => Hash(
        [.. Bytes("dgcc.audit.event.1"), .. Id(e, "id"), .. Instant(e, "at"), .. Id(e, "actor_id"), .. Bytes(Text(e, "actor_name")), .. Bytes(Text(e, "type")), .. Bytes(Text(e, "subject")), .. Bytes(Text(e, "details"))]);

    private static string OfBlock(string space, JsonElement b, IEnumerable<JsonElement> seals) => Hash(
    [
        .. Bytes("dgcc.audit.block.1"), .. Bytes(space), .. Bytes(Number(b, "number")), .. Bytes(Number(b, "first_sequence")), .. Bytes(Number(b, "count")),
        .. Instant(b, "settled_until"), .. Instant(b, "sealed_at"), .. Bytes(Text(b, "previous_hash")), .. seals.SelectMany(s => Bytes(Text(s, "hash"))),
    ]);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Bytes(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Bytes(string text) => [.. Bytes(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Id(JsonElement row, string name) => Convert.FromHexString(Text(row, name).Replace("-", "", StringComparison.Ordinal));

    private static byte[] Instant(JsonElement row, string name) =>
        Bytes(DateTime.Parse(Text(row, name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal).Ticks / 10);

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static long Number(JsonElement row, string name) => row.GetProperty(name).GetInt64();
}
