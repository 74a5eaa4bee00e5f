namespace DgccAssess.Core.Files;

/// <summary>Finds the word a person probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate at most two edits away from <paramref name="word"/>, or null.</summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        // Nobody misspells a key of this length; comparing it would only cost time.
        if (word.Length > 80)
        {
            return null;
        }

        var (best, distance) = ((string?)null, Math.Min(3, Math.Max(2, word.Length)));
        foreach (var candidate in candidates.Where(c => Math.Abs(c.Length - word.Length) < 3))
        {
            var edits = Edits(word, candidate);
            if (edits < distance)
            {
                (best, distance) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>" Did you mean 'x'?", or nothing.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) => To(word, candidates) is { } near ? $" Did you mean '{near}'?" : string.Empty;

    private static int Edits(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
