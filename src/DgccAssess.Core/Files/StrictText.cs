using System.Text;

namespace DgccAssess.Core.Files;

/// <summary>Reads a small UTF-8 text file of a data folder and refuses everything else before it can do harm.</summary>
public static class StrictText
{
    /// <summary>The largest file read, in bytes: forty times the largest text file shipped.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const string SaveAsUtf8 = "Save the file as UTF-8 and check again.";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of <paramref name="relativePath"/> in <paramref name="folder"/>, or null after logging why not. Links are refused: they lead out.</summary>
    public static string? Read(string folder, string relativePath, ProblemLog log)
    {
        if (FirstLink(folder, relativePath) is { } link)
        {
            log.Add(ShownPath(folder, link), Position.Start, "This is a symbolic link.", "Put the file itself in the folder.");
            return null;
        }

        return Read(ShownPath(folder, relativePath), log);
    }

    /// <summary>The text of a file the person named, or null after logging why not.</summary>
    public static string? Read(string file, ProblemLog log, int maxBytes = MaxBytes) => ReadBytes(file, log, maxBytes) is { } bytes ? Decode(file, bytes, log) : null;

    /// <summary>The bytes of a file of the folder, at most <paramref name="maxBytes"/>, or null after logging why not.</summary>
    public static byte[]? ReadBytes(string folder, string relativePath, int maxBytes, ProblemLog log)
    {
        if (FirstLink(folder, relativePath) is not { } link) return ReadBytes(ShownPath(folder, relativePath), log, maxBytes);
        log.Add(ShownPath(folder, link), Position.Start, "This is a symbolic link.", "Put the file itself in the folder.");
        return null;
    }

    /// <summary>The path as problems show it: as the person wrote the folder, with forward slashes.</summary>
    public static string ShownPath(string folder, string relativePath) => Path.Combine(folder, relativePath).Replace('\\', '/');

    private static byte[]? ReadBytes(string file, ProblemLog log, int maxBytes = MaxBytes)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
        {
            log.Add(file, Position.Start, "This file is missing.", "Add it, or check the spelling of the path.");
            return null;
        }

        // Pipes and devices report no length either, so they are never opened.
        if (info.Length == 0)
        {
            log.Add(file, Position.Start, "This file is empty.", "Write its content, or delete it.");
            return null;
        }

        return info.Length > maxBytes ? TooLarge(file, log, maxBytes) : ReadAtMost(info, file, log, maxBytes);
    }

    private static byte[]? ReadAtMost(FileInfo info, string file, ProblemLog log, int maxBytes)
    {
        try
        {
            using var stream = info.OpenRead();
            // One byte more than allowed, in case the file grew since its length was read.
            var buffer = new byte[Math.Min(info.Length, maxBytes) + 1];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > maxBytes ? TooLarge(file, log, maxBytes) : buffer[..length];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.Add(file, Position.Start, "This file can't be read.", "Check its permissions.");
            return null;
        }
    }

    private static byte[]? TooLarge(string file, ProblemLog log, int maxBytes)
    {
        var most = maxBytes < 1024 * 1024 ? $"{maxBytes / 1024} KB" : $"{maxBytes / 1024 / 1024} MB";
        log.Add(file, Position.Start, $"This file is larger than {most}.", "Check that it is the right file, or shorten it.");
        return null;
    }

    private static string? FirstLink(string folder, string relativePath)
    {
        var path = string.Empty;
        foreach (var part in relativePath.Split('/', '\\'))
        {
            path = path.Length == 0 ? part : $"{path}/{part}";
            if (new FileInfo(Path.Combine(folder, path)).LinkTarget is not null)
            {
                return path;
            }
        }

        return null;
    }

    private static string? Decode(string file, ReadOnlySpan<byte> bytes, ProblemLog log)
    {
        var hasUtf16Mark = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (hasUtf16Mark || bytes.Contains((byte)0))
        {
            var at = hasUtf16Mark ? Position.Start : PositionOf(bytes, bytes.IndexOf((byte)0));
            log.Add(file, at, "This file is not UTF-8 text: it is UTF-16, UTF-32 or binary.", SaveAsUtf8);
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        try
        {
            return RefuseUnsafe(file, Utf8.GetString(bytes), log);
        }
        catch (DecoderFallbackException e)
        {
            log.Add(file, PositionOf(bytes, e.Index), "This file is not valid UTF-8 here.", SaveAsUtf8);
            return null;
        }
    }

    private static string? RefuseUnsafe(string file, string text, ProblemLog log)
    {
        var index = UnsafeCharacters.IndexIn(text);
        if (index < 0)
        {
            return text;
        }

        var message = $"The character {UnsafeCharacters.NameOf(text[index])} is not allowed: it can't be seen or changes the order of the text.";
        log.Add(file, Position.Of(text, index), message, "Delete it.");
        return null;
    }

    // The bytes before the fault may be any; Latin-1 keeps one column per byte.
    private static Position PositionOf(ReadOnlySpan<byte> bytes, int index)
    {
        var before = Encoding.Latin1.GetString(bytes[..index]);
        return Position.Of(before, before.Length);
    }
}
