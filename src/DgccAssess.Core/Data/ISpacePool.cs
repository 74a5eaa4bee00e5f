namespace DgccAssess.Core.Data;

/// <summary>What a context and the list of open pools need to know of a pool, whichever its kind of space.</summary>
internal interface ISpacePool : IDisposable
{
    long LastUsed { get; }

    void Leave();

    bool TryRetire();
}
