using DgccAssess.Core.Files;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Agencies.Api;

/// <summary>A ministry, body or local government.</summary>
/// <param name="Code">What addresses say.</param>
/// <param name="Group">Code of its group.</param>
/// <param name="Region">Code of its region; null where it has none.</param>
/// <param name="Names">By language (BCP 47).</param>
/// <param name="Synthetic">Made up, not a real body.</param>
public sealed record AgencyResource(string Code, string Group, string? Region, IReadOnlyDictionary<string, string> Names, bool Synthetic)
{
    /// <summary>One column of names for each language of the space, as in agencies.csv.</summary>
    public static CsvTable<AgencyResource> TableIn(IReadOnlyList<string> languages) => new(
    [
        ("code", a => a.Code), ("group", a => a.Group), ("region", a => a.Region),
        .. languages.Select(l => ($"name_{l}", (Func<AgencyResource, object?>)(a => a.Names.GetValueOrDefault(l)))),
        ("synthetic", a => a.Synthetic ? "yes" : ""),
    ]);
}
