using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace DgccAssess.Core.Press;

/// <summary>One typesetting process. It answers one request at a time, in frames of uint32 length and content.</summary>
internal sealed class PressWorker : IAsyncDisposable
{
    private const int MaxAnswer = 256 * 1024 * 1024;
    private static readonly string[] InheritedVariables = ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot"];

    private readonly Process process;
    private readonly Task errors;
    private readonly Queue<string> lastErrors = new();

    private PressWorker(Process process, ILogger logger)
    {
        this.process = process;
        Id = process.Id;
        errors = ReadErrorsAsync(logger);
    }

    public int Id { get; }
    public int Rendered { get; private set; }

    public static PressWorker Start(PressOptions options, ILogger logger)
    {
        var folder = PressDirectory.Find(options);
        var start = new ProcessStartInfo(options.NodePath, ["--expose-gc", "--max-old-space-size=512", "--max-semi-space-size=2", "worker.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // The worker sets untrusted text: it gets no connection string or key of ours.
        foreach (var name in start.Environment.Keys.Except(InheritedVariables, StringComparer.OrdinalIgnoreCase).ToList())
            start.Environment.Remove(name);
        try
        {
            return new PressWorker(Process.Start(start)!, logger);
        }
        catch (Win32Exception problem)
        {
            throw new PressException(PressFailure.NotInstalled, $"Node could not be started as \"{options.NodePath}\". Set Press:NodePath.", problem);
        }
    }

    /// <returns>Status byte and payload.</returns>
    /// <exception cref="IOException">The process is gone.</exception>
    public async Task<(PressStatus Status, byte[] Payload)> AskAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        var head = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(head, json.Length);
        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(head, ct);
        await input.WriteAsync(json, ct);
        await input.FlushAsync(ct);

        var output = process.StandardOutput.BaseStream;
        await output.ReadExactlyAsync(head, ct);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < 1 or > MaxAnswer)
            throw new IOException($"The press answered with a frame of {length} bytes.");
        var status = new byte[1];
        await output.ReadExactlyAsync(status, ct);
        var payload = new byte[length - 1];
        await output.ReadExactlyAsync(payload, ct);
        Rendered++;
        return ((PressStatus)status[0], payload);
    }

    /// <summary>The last lines the process wrote before it ended.</summary>
    public async Task<string> LastErrorsAsync()
    {
        await errors.WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (lastErrors)
            return string.Join('\n', lastErrors);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await process.WaitForExitAsync();
        await errors;
        process.Dispose();
    }

    private async Task ReadErrorsAsync(ILogger logger)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            logger.LogInformation("Press {ProcessId}: {Line}", Id, line);
            lock (lastErrors)
            {
                lastErrors.Enqueue(line);
                if (lastErrors.Count > 20)
                    lastErrors.Dequeue();
            }
        }
    }
}

internal enum PressStatus : byte
{
    Ok = 0,
    Refused = 1,
    Failed = 2,
}
