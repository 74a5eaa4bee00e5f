using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DgccAssess.Core.Audit;

/// <summary>Hashes over canonical bytes: every text with its length before it, numbers big-endian, instants in microseconds (the finest that every provider keeps).</summary>
internal static class AuditHash
{
    private const int TicksPerMicrosecond = 10;

    /// <summary>What the first block has before it.</summary>
    public static string Start { get; } = new('0', 64);

    public static string Of(AuditEvent fact)
    {
        using var hash = Begin("dgcc.audit.event.1");
        Span<byte> id = stackalloc byte[16];
        fact.Id.TryWriteBytes(id, bigEndian: true, out _);
        hash.AppendData(id);
        Append(hash, fact.At);
        fact.ActorId.TryWriteBytes(id, bigEndian: true, out _);
        hash.AppendData(id);
        foreach (var text in new[] { fact.ActorName, fact.Type, fact.Subject, fact.Details }) Append(hash, text);
        return End(hash);
    }

    public static string Of(string spaceId, AuditBlock block, IEnumerable<string> eventHashes)
    {
        using var hash = Begin("dgcc.audit.block.1");
        Append(hash, spaceId);
        Append(hash, block.Number);
        Append(hash, block.FirstSequence);
        Append(hash, block.Count);
        Append(hash, block.SettledUntil);
        Append(hash, block.SealedAt);
        Append(hash, block.PreviousHash);
        foreach (var eventHash in eventHashes) Append(hash, eventHash);
        return End(hash);
    }

    /// <summary>An instant as every provider gives it back.</summary>
    public static DateTime Storable(DateTime instant) => new(instant.Ticks - (instant.Ticks % TicksPerMicrosecond), DateTimeKind.Utc);

    private static IncrementalHash Begin(string kind)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        return hash;
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, DateTime instant) => Append(hash, instant.Ticks / TicksPerMicrosecond);

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static string End(IncrementalHash hash) => Convert.ToHexStringLower(hash.GetHashAndReset());
}
