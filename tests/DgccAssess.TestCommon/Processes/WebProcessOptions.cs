using System.Diagnostics;
using System.Globalization;

namespace DgccAssess.TestCommon.Processes;

public sealed record WebProcessOptions
{
    public string Environment { get; init; } = "Testing";

    /// <summary>Another server binary, for example a published one; null: the one of the build.</summary>
    public string? Binary { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>No file the process writes may grow beyond this (RLIMIT_FSIZE); a write past it fails, as on a full disk.</summary>
    public int? LargestFileKilobytes { get; init; }

    internal ProcessStartInfo CommandLine(string buildBinary)
    {
        var binary = Binary ?? buildBinary;
        if (LargestFileKilobytes is not { } kilobytes) return new ProcessStartInfo("dotnet", [binary, .. Arguments]);

        // The signal that comes with the limit is ignored, so that the write itself fails; exec keeps the process id.
        var limited = new ProcessStartInfo("/bin/bash", ["-c", $"trap '' XFSZ; ulimit -f {kilobytes.ToString(CultureInfo.InvariantCulture)}; exec dotnet \"$0\" \"$@\"", binary, .. Arguments]);
        // The runtime maps its code from a large memory file, which the limit would refuse.
        limited.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return limited;
    }
}

internal static class WebBinaries
{
    /// <summary>The web server built in the same configuration as the tests that run.</summary>
    public static string Web
    {
        get
        {
            var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            var path = Path.Combine(RepositoryRoot.Find(), "artifacts", "bin", "DgccAssess.Web", configuration, "DgccAssess.Web.dll");
            return File.Exists(path) ? path : throw new InvalidOperationException($"Not built: {path}");
        }
    }
}
