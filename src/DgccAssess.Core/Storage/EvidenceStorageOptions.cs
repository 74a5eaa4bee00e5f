using System.ComponentModel.DataAnnotations;

namespace DgccAssess.Core.Storage;

/// <summary>Bound from "Storage".</summary>
public sealed record EvidenceStorageOptions : IValidatableObject
{
    /// <summary>Folder of the evidence files, outside anything a web server hands out. Relative to the working directory.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Root { get; init; } = "data/evidence";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var segments = Path.GetFullPath(Root).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (segments.Contains("wwwroot", StringComparer.OrdinalIgnoreCase))
        {
            yield return new ValidationResult("Storage:Root must not lie in the web root: evidence is handed out by permission only.", [nameof(Root)]);
        }
    }
}
