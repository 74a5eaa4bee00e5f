using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Demonstration;

/// <param name="Number">1, 2, ... over the whole nation: what its draws hang on.</param>
/// <param name="Code">demo-ministry-001.</param>
/// <param name="Group">As the file has it.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Names">Each says that it is invented.</param>
internal sealed record NationAgency(int Number, string Code, NationGroup Group, string Region, LocalizedText Names)
{
    public static IReadOnlyList<NationAgency> Of(NationFile file)
    {
        List<NationAgency> agencies = [];
        foreach (var group in file.Groups)
        {
            for (var i = 1; i <= group.Count; i++)
            {
                var number = i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);
                var names = new LocalizedText(group.Names.ToDictionary(n => n.Key, n => n.Value.Replace("{0}", number, StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase));
                agencies.Add(new(agencies.Count + 1, $"demo-{group.Group}-{number}", group, group.Regions[(i - 1) % group.Regions.Count], names));
            }
        }

        return agencies;
    }

    /// <summary>Those that take part: the published share in the first year, nearly all later, all in the last.</summary>
    public static IReadOnlyList<NationAgency> TakingPart(NationFile file, IReadOnlyList<NationAgency> all, Draws draws, int year)
    {
        if (year == file.FirstYear + file.Rounds - 1 && file.Rounds > 1) return all;
        return
        [
            .. from agency in all
               group agency by agency.Group into members
               let count = year == file.FirstYear ? members.Key.First : members.Key.Count - (members.Key.Count / 25)
               from agency in members.OrderBy(a => draws.Bits(Trait.TakesPart, a.Number, year)).Take(count).OrderBy(a => a.Number)
               orderby agency.Number
               select agency,
        ];
    }
}
