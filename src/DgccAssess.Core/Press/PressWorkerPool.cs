using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Press;

/// <summary>Keeps workers alive between reports, ends the slow ones, replaces the old ones, and asks a fresh one once when a worker dies.</summary>
public sealed class PressWorkerPool(IOptions<PressOptions> options, ILogger<PressWorkerPool> logger) : IReportRenderer, IAsyncDisposable
{
    private const int Tries = 2;

    private readonly PressOptions options = options.Value;
    private readonly SemaphoreSlim free = new(options.Value.Workers);
    private readonly ConcurrentStack<PressWorker> idle = new();
    private readonly ConcurrentDictionary<PressWorker, bool> all = new();
    private volatile bool disposed;

    /// <summary>Process ids of the workers alive now.</summary>
    public IReadOnlyCollection<int> WorkerIds => [.. all.Keys.Select(worker => worker.Id)];

    public async Task<byte[]> RenderAsync(PressRequest request, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        await free.WaitAsync(ct);
        try
        {
            return await TryAsync(request, ct);
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Starts a worker ahead of the first request.</summary>
    public async Task WarmUpAsync(CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            if (idle.IsEmpty)
                idle.Push(StartWorker());
        }
        finally
        {
            free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        foreach (var worker in all.Keys)
            await EndAsync(worker);
    }

    private async Task<byte[]> TryAsync(PressRequest request, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            // A second try must not meet another worker that died while idle.
            var worker = attempt == 1 && idle.TryPop(out var waiting) ? waiting : StartWorker();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(options.Timeout);
            try
            {
                var (status, payload) = await worker.AskAsync(request.Json, limit.Token);
                await PutBackAsync(worker);
                return status is PressStatus.Ok ? payload : throw Explain(status, request, payload);
            }
            catch (IOException lost)
            {
                var errors = await worker.LastErrorsAsync();
                await EndAsync(worker);
                ObjectDisposedException.ThrowIf(disposed, this);
                if (attempt >= Tries)
                    throw new PressException(PressFailure.WorkerLost, $"The press worker ended while it set {request.Kind}, {Tries} times. It said: {errors}", lost);
                logger.LogWarning(lost, "Press worker {ProcessId} ended while it set {Kind}; a fresh one tries again", worker.Id, request.Kind);
            }
            catch (OperationCanceledException)
            {
                // Its answer may still come: a worker in mid-request is of no use to the next one.
                await EndAsync(worker);
                ct.ThrowIfCancellationRequested();
                throw new PressException(PressFailure.Timeout, $"The press took longer than {options.Timeout.TotalSeconds} s for {request.Kind}; the worker was ended.");
            }
        }
    }

    private PressWorker StartWorker()
    {
        var worker = PressWorker.Start(options, logger);
        all[worker] = true;
        return worker;
    }

    private async Task PutBackAsync(PressWorker worker)
    {
        if (disposed || worker.Rendered >= options.RecycleAfter)
            await EndAsync(worker);
        else
            idle.Push(worker);
    }

    private async Task EndAsync(PressWorker worker)
    {
        if (all.TryRemove(worker, out _))
            await worker.DisposeAsync();
    }

    private static PressException Explain(PressStatus status, PressRequest request, byte[] payload) =>
        status is PressStatus.Refused
            ? new(PressFailure.Refused, $"The press refused {request.Kind}: {Encoding.UTF8.GetString(payload)}")
            : new(PressFailure.Failed, $"The press could not set {request.Kind}: {Encoding.UTF8.GetString(payload)}");
}
