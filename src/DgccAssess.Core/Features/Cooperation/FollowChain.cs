using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>Projects that go on from one another.</summary>
public static class FollowChain
{
    /// <summary>Going back from a project one comes to it again.</summary>
    /// <param name="project">Code.</param>
    /// <param name="follows">What it is to follow.</param>
    /// <param name="others">What each project follows.</param>
    public static bool IsCircular(string project, string follows, IReadOnlyDictionary<string, string?> others)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { project };
        for (string? at = follows; at is not null; at = others.GetValueOrDefault(at))
        {
            if (!seen.Add(at)) return true;
        }

        return false;
    }

    internal static async Task<IReadOnlyList<Problem>> CheckAsync(HubDbContext db, string project, string? follows, CancellationToken ct)
    {
        if (follows is null) return [];
        var all = await db.CooperationProjects.ToDictionaryAsync(p => p.Code, p => p.Follows, StringComparer.Ordinal, ct);
        return follows == project || (all.ContainsKey(follows) && IsCircular(project, follows, all)) ? [new(nameof(ProjectContent.Follows), CooperationMessages.FollowsItself)]
            : all.ContainsKey(follows) ? []
            : [new(nameof(ProjectContent.Follows), CooperationMessages.FollowsUnknown)];
    }
}
