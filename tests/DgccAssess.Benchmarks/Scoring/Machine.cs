using System.Globalization;
using System.Runtime.InteropServices;

namespace DgccAssess.Benchmarks.Scoring;

public static class Machine
{
    /// <summary>What a figure was measured on, one line.</summary>
    public static string Describe()
    {
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024d * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture,
            $"{CpuModel()}, {Environment.ProcessorCount} cores, {gigabytes:F1} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    private static string CpuModel()
    {
        const string CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo)
            ? File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
