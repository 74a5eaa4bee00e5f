using System.Diagnostics;

namespace DgccAssess.Benchmarks.Press;

/// <summary>What one would print a page of HTML with otherwise.</summary>
internal static class OtherTools
{
    private const string WeasyPrint = "weasyprint";

    public static IReadOnlyList<string> Names { get; } = [WeasyPrint, "chromium"];

    /// <returns>Null where it is not installed.</returns>
    public static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    /// <returns>Milliseconds of the fastest run, from its start to its end.</returns>
    public static async Task<double> MeasureAsync(string file, string tool, string page, int runs)
    {
        var best = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(file, Arguments(tool, page, Path.ChangeExtension(page, ".pdf"))) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync(), process.WaitForExitAsync());
            if (process.ExitCode != 0) throw new InvalidOperationException($"{tool} ended with {process.ExitCode}.");
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }

    private static string[] Arguments(string tool, string page, string pdf) =>
        tool == WeasyPrint ? [page, pdf] : ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri];
}
