using DgccAssess.Core.Features.National;

namespace DgccAssess.Web.Features.National;

/// <summary>One page of a ranking, of one group or of all, searched by name or code.</summary>
public sealed record AgencyList(IReadOnlyList<NationalAgency> Rows, int Total, int Current, int PageCount, string? Group, string? Text)
{
    public const int MaxText = 100;
    private const int PageSize = 50;

    public static AgencyList Empty { get; } = new([], 0, 1, 1, null, null);

    /// <summary>Ranks are those within the group where one is chosen.</summary>
    public bool IsWithinGroup => !string.IsNullOrEmpty(Group);

    public NationalRank RankOf(NationalAgency agency) => IsWithinGroup ? agency.GroupRank : agency.Rank;

    public static AgencyList Of(IReadOnlyList<NationalAgency> agencies, string? group, string? text, int page)
    {
        var wanted = text?.Trim() ?? "";
        List<NationalAgency> found =
        [
            .. agencies.Where(a => (string.IsNullOrEmpty(group) || a.Group == group)
                && (wanted.Length == 0 || a.Code.Contains(wanted, StringComparison.OrdinalIgnoreCase) || a.Names.Values.Any(n => n.Contains(wanted, StringComparison.CurrentCultureIgnoreCase)))),
        ];
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var current = Math.Min(page, pages);
        return new AgencyList([.. found.Skip((current - 1) * PageSize).Take(PageSize)], found.Count, current, pages, group, text);
    }
}
