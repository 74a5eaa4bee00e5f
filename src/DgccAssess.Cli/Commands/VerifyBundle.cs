using System.Security.Cryptography;
using DgccAssess.Core.Features.Papers.Bundle;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc verify BUNDLE.json [--key FILE]</c>: computes a signed result again with nothing but its file; no database, no network.</summary>
internal static class VerifyBundle
{
    private const string Label = "PUBLIC KEY";

    public static async Task<int> RunAsync(string file, string? keyFile, TextWriter output, TextWriter error, CancellationToken ct)
    {
        List<byte[]> keys = [];
        try
        {
            if (keyFile is not null) keys.AddRange(Keys(await File.ReadAllTextAsync(keyFile, ct)));
            if (keyFile is not null && keys.Count == 0)
            {
                await error.WriteLineAsync($"{keyFile}: there is no public key in it. Take the file from the government's address ending in /verify/key.");
                return ExitCodes.BadInput;
            }

            var check = CheckBundle.Check(await File.ReadAllBytesAsync(file, ct), keys);
            foreach (var line in check.Holds) await output.WriteLineAsync($"holds: {line}");
            if (check.Difference is null) return ExitCodes.Ok;

            await output.WriteLineAsync($"differs: {check.Difference}: {check.Problem}");
            return ExitCodes.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCodes.BadInput;
        }
    }

    private static List<byte[]> Keys(string pem)
    {
        var keys = new List<byte[]>();
        for (var rest = pem.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            if (rest[found.Label].SequenceEqual(Label)) keys.Add(Convert.FromBase64String(rest[found.Base64Data].ToString()));
        }

        return keys;
    }
}
