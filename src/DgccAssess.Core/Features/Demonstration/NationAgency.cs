using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;

namespace DgccAssess.Core.Features.Demonstration;

/// <param name="Number">1, 2, ... over the whole nation: what its draws hang on.</param>
/// <param name="Code">synthetic-ministry-001.</param>
/// <param name="Group">As the file has it.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Names">Each says that it is invented.</param>
public sealed record NationAgency(int Number, string Code, NationGroup Group, string Region, LocalizedText Names)
{
    internal static IReadOnlyList<NationAgency> Of(NationFile file)
    {
        List<NationAgency> agencies = [];
        foreach (var group in file.Groups)
        {
            for (var i = 1; i <= group.Count; i++)
            {
                var number = i.ToString("D3", System.Globalization.CultureInfo.InvariantCulture);
                var names = new LocalizedText(group.Names.ToDictionary(n => n.Key, n => n.Value.Replace("{0}", number, StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase));
                agencies.Add(new(agencies.Count + 1, $"{Agency.DemonstrationPrefix}{group.Group}-{number}", group, group.Regions[(i - 1) % group.Regions.Count], names));
            }
        }

        return agencies;
    }
}
