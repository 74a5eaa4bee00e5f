using System.Collections.Concurrent;

namespace DgccAssess.Core.Data;

/// <summary>
/// Short writes to one embedded database that wait at the same time are committed together: the disk is asked once for all of them. One of those who wait
/// leads, with its own connection; nobody is told before the commit that holds their row. (In databases this is known as group commit.)
/// </summary>
internal sealed class SharedCommits
{
    /// <summary>Writes of one commit; more wait for the next.</summary>
    private const int Most = 32;

    private static readonly ConcurrentDictionary<string, SharedCommits> Known = new(StringComparer.Ordinal);

    private readonly Lock gate = new();
    private readonly Queue<ShortWrite> waiting = [];
    private bool led;

    /// <param name="database">Where it is: writers in this process meet there.</param>
    public static SharedCommits To(string database) => Known.GetOrAdd(database, _ => new SharedCommits());

    /// <param name="mine">What to write.</param>
    /// <param name="commit">Writes all of these in one transaction, or none.</param>
    public async Task WriteAsync(ShortWrite mine, Func<IReadOnlyList<ShortWrite>, Task> commit)
    {
        if (!Join(mine) && await mine.Told is Word.Done) return;
        try
        {
            await LeadAsync(mine, TakeBatch(), commit);
        }
        finally
        {
            HandOver();
        }
    }

    private static async Task LeadAsync(ShortWrite mine, List<ShortWrite> batch, Func<IReadOnlyList<ShortWrite>, Task> commit)
    {
        try
        {
            await commit(batch);
        }
        catch (Exception) when (batch.Count > 1)
        {
            // Nothing of it is written. One may be at fault; the others must not suffer for it.
            foreach (var other in batch.Where(w => w != mine)) await AloneAsync(other, commit);
            await commit([mine]);
            return;
        }

        foreach (var written in batch) written.Tell(Word.Done);
    }

    private static async Task AloneAsync(ShortWrite write, Func<IReadOnlyList<ShortWrite>, Task> commit)
    {
        try
        {
            await commit([write]);
            write.Tell(Word.Done);
        }
        catch (Exception e)
        {
            // Thrown where somebody waits for it.
            write.Fail(e);
        }
    }

    /// <summary>True: nobody leads, so this one does.</summary>
    private bool Join(ShortWrite mine)
    {
        lock (gate)
        {
            waiting.Enqueue(mine);
            return !led && (led = true);
        }
    }

    /// <summary>The leader's own is the first.</summary>
    private List<ShortWrite> TakeBatch()
    {
        var batch = new List<ShortWrite>();
        lock (gate)
        {
            while (batch.Count < Most && waiting.TryDequeue(out var next)) batch.Add(next);
        }

        return batch;
    }

    private void HandOver()
    {
        lock (gate)
        {
            if (waiting.TryPeek(out var next)) next.Tell(Word.Lead);
            else led = false;
        }
    }
}
