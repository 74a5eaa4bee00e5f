using System.Threading.Channels;

namespace DgccAssess.Core.Jobs;

/// <summary>Tells a relay in the same process that a space has new work, so that it need not wait for its next look around. Lost signals cost time, never work.</summary>
public sealed class JobSignal
{
    private readonly Channel<string> spaces = Channel.CreateBounded<string>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Notify(string spaceId) => spaces.Writer.TryWrite(spaceId);

    /// <summary>The id of a space with new work; null when none was heard of for that long.</summary>
    public async Task<string?> WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(atMost);
        try
        {
            return await spaces.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
