using System.ComponentModel.DataAnnotations;

namespace DgccAssess.Core.Press;

public sealed record PressOptions
{
    [Required]
    public string NodePath { get; set; } = "node";

    /// <summary>Folder of worker.mjs. Unset: "press" beside the application, else src/press above it (development).</summary>
    public string? PressDirectory { get; set; }

    /// <summary>How many reports are set at once; each worker is a process of about 180 MB.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 1;

    /// <summary>For one report, waiting for a free worker not counted.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A worker is replaced after so many reports: the typesetter's binding frees memory late.</summary>
    [Range(1, 100_000)]
    public int RecycleAfter { get; set; } = 500;

    /// <summary>Start a worker with the application, so that the first report does not wait for it.</summary>
    public bool WarmUp { get; set; }
}
