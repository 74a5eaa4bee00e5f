using System.Buffers.Binary;

namespace DgccAssess.Core.Features.Evidence.Content;

/// <summary>Reads pieces of a file at given places; beyond the end there is nothing.</summary>
internal sealed class FileBytes(Stream stream)
{
    public Stream Stream { get; } = stream;

    public long Length { get; } = stream.Length;

    public byte[] At(long offset, int count)
    {
        if (offset < 0 || offset >= Length) return [];
        var piece = new byte[Math.Min(count, Length - offset)];
        Stream.Position = offset;
        Stream.ReadExactly(piece);
        return piece;
    }

    public byte[] Head(int count) => At(0, count);

    public byte[] Tail(int count) => At(Math.Max(0, Length - count), count);

    public bool StartsWith(ReadOnlySpan<byte> signature) => IsAt(0, signature);

    public bool IsAt(long offset, ReadOnlySpan<byte> signature) => At(offset, signature.Length).AsSpan().SequenceEqual(signature);

    /// <summary>A 32-bit number, or -1 beyond the end.</summary>
    public long BigEndian(long offset) => At(offset, 4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32BigEndian(four) : -1;

    public long LittleEndian(long offset) => At(offset, 4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32LittleEndian(four) : -1;
}
