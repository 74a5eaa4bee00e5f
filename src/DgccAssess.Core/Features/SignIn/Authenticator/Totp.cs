using System.Globalization;
using System.Security.Cryptography;

namespace DgccAssess.Core.Features.SignIn.Authenticator;

/// <summary>Time-based one-time codes (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator app reads them.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond / StepSeconds;

    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 inside HMAC is what RFC 6238 and the apps use; no collision attack applies.
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var value = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (value % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step a code belongs to: now, one before or one after, and later than the last one used. Null: no such code.</summary>
    public static long? Match(string key, string code, long now, long? lastUsed)
    {
        long? found = null;
        for (var step = now - 1; step <= now + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(CodeAt(key, step)), System.Text.Encoding.UTF8.GetBytes(code));
            if (same && (lastUsed is null || step > lastUsed)) found ??= step;
        }

        return found;
    }

    private static byte[] Bytes(string base32)
    {
        var (bytes, buffer, bits) = (new List<byte>(base32.Length), 0, 0);
        foreach (var letter in base32.TrimEnd('='))
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0) throw new FormatException("The key is not Base32.");
            (buffer, bits) = ((buffer << 5) | value, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
