using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace DgccAssess.TestCommon.Processes;

/// <summary>The web server as a process of its own, from the binaries of the build, on a free loopback port. Ended by its id.</summary>
public sealed partial class WebProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WebProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <summary>What it wrote to both of its outputs so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <param name="settings">Configuration keys with colons, as in <see cref="TestApp"/>.</param>
    /// <param name="options">What differs from the ordinary start.</param>
    public static WebProcess Start(IReadOnlyDictionary<string, string> settings, WebProcessOptions? options = null)
    {
        options ??= new();
        var start = options.CommandLine(WebBinaries.Web);
        start.WorkingDirectory = options.Binary is null ? Path.Combine(RepositoryRoot.Find(), "src", "DgccAssess.Web") : Path.GetDirectoryName(options.Binary)!;
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = options.Environment;
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (key, value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        var web = new WebProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        web.process.OutputDataReceived += (_, line) => web.Read(line.Data);
        web.process.ErrorDataReceived += (_, line) => web.Read(line.Data);
        web.process.Exited += (_, _) => web.listening.TrySetException(new InvalidOperationException("The web server ended before it listened."));
        web.process.Start();
        web.process.BeginOutputReadLine();
        web.process.BeginErrorReadLine();
        return web;
    }

    /// <summary>Where it listens, once it does.</summary>
    public async Task<Uri> ListeningAsync(TimeSpan? limit = null)
    {
        try
        {
            return await listening.Task.WaitAsync(limit ?? TimeSpan.FromSeconds(60));
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"{e.Message}\n{Output}", e);
        }
    }

    /// <summary>Waits until it wrote this.</summary>
    public async Task SaysAsync(string text, TimeSpan limit)
    {
        var start = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > limit) throw new InvalidOperationException($"It did not say '{text}':\n{Output}");
            await Task.Delay(5);
        }
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <returns>The exit code; 128 + N after signal N.</returns>
    public async Task<int> ExitAsync(TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        // Returns after the last line of output, too.
        await process.WaitForExitAsync(stop.Token);
        return process.ExitCode;
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in bytes: now, and at its highest.</summary>
    public (long Now, long Peak) Memory()
    {
        var status = File.ReadAllLines($"/proc/{Id}/status");
        return (Number(status, "VmRSS:") * 1024, Number(status, "VmHWM:") * 1024);
    }

    /// <summary>Resident memory in bytes of the processes it started.</summary>
    public long MemoryOfChildren()
    {
        var bytes = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])))
        {
            try
            {
                var status = File.ReadAllLines(Path.Combine(folder, "status"));
                if (Number(status, "PPid:") == Id) bytes += Number(status, "VmRSS:") * 1024;
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended in between.
            }
        }

        return bytes;
    }

    private static long Number(string[] status, string key) => status.FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal)) is { } line
        ? long.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), System.Globalization.CultureInfo.InvariantCulture) : 0;

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
        if (ListeningLine().Match(line) is { Success: true } match) listening.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex ListeningLine();
}
