using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Features.Papers.Templates;

public static class PaperLanguages
{
    /// <summary>Those the press has words for.</summary>
    private static readonly string[] Known = ["en", "id", "ar", "fr"];

    /// <summary>Languages in which the space's papers can be printed; English where the press knows none of its own.</summary>
    public static IReadOnlyList<string> Of(SpaceInfo space)
    {
        var known = space.Settings.Languages.Where(Known.Contains).ToList();
        return known.Count > 0 ? known : ["en"];
    }
}
