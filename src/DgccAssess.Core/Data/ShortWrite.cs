using System.Data.Common;

namespace DgccAssess.Core.Data;

/// <summary>What somebody who waits for a commit is told.</summary>
internal enum Word
{
    /// <summary>Your write is committed, or its row had another version.</summary>
    Done,

    /// <summary>Lead the next commit.</summary>
    Lead,
}

/// <summary>A row that is replaced and what the audit trail says of it: both or neither.</summary>
/// <param name="replace">Changes one row, or none if it has another version by now.</param>
/// <param name="record">What happened, written only if the row was changed.</param>
internal sealed class ShortWrite(DbCommand replace, IReadOnlyList<DbCommand> record) : IAsyncDisposable
{
    private readonly TaskCompletionSource<Word> told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DbCommand Replace { get; } = replace;
    public IReadOnlyList<DbCommand> Record { get; } = record;

    /// <summary>The row was changed, by the last transaction that tried.</summary>
    public bool IsWritten { get; set; }

    public Task<Word> Told => told.Task;

    public void Tell(Word word) => told.TrySetResult(word);

    public void Fail(Exception fault) => told.TrySetException(fault);

    public async ValueTask DisposeAsync()
    {
        await Replace.DisposeAsync();
        foreach (var command in Record) await command.DisposeAsync();
    }
}
