using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Tenants.Files;

namespace DgccAssess.Core.Features.Tenants;

public sealed record AgencyChange(AgencyDefinition Wanted, IReadOnlyList<FieldChange> Fields);

public sealed record InstrumentAddition(InstrumentDocument Document, string Hash)
{
    public static InstrumentAddition Of(InstrumentDocument document) => new(document, CanonicalJson.Hash(document.ToCanonicalJson()));
}

/// <summary>What has to change so that a tenant is what its folder says: a function of what there is and what is wanted. Rehearsal and run share it.</summary>
public sealed record TenantPlan
{
    public required bool CreatesDatabase { get; init; }
    public required bool Registers { get; init; }
    public required IReadOnlyList<FieldChange> Settings { get; init; }
    public required IReadOnlyList<InstrumentAddition> Instruments { get; init; }
    public required IReadOnlyList<AwardChange> Awards { get; init; }
    public required IReadOnlyList<AgencyDefinition> Added { get; init; }
    public required IReadOnlyList<AgencyChange> Changed { get; init; }

    /// <summary>Left the list, and nothing hangs on them.</summary>
    public required IReadOnlyList<AgencyDefinition> Removed { get; init; }

    /// <summary>Left the list although something hangs on them: as long as there is one, nothing is done.</summary>
    public required IReadOnlyList<AgencyState> InUse { get; init; }

    /// <summary>Texts and the picture that differ, in words.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Hosts that lead to another space already, and which: as long as there is one, nothing is done.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> TakenHosts { get; init; }

    public bool IsRefused => InUse.Count + TakenHosts.Count > 0;

    public bool ChangesRegister => Registers || Settings.Count > 0;

    public bool ChangesData => Instruments.Count + Awards.Count + Added.Count + Changed.Count + Removed.Count + Words.Count > 0;

    public bool IsEmpty => !IsRefused && !CreatesDatabase && !ChangesRegister && !ChangesData;

    public static TenantPlan Compute(TenantState state, TenantDefinition wanted, IReadOnlyList<InstrumentDocument> instruments)
    {
        var known = state.Agencies.ToDictionary(a => a.Agency.Code, StringComparer.Ordinal);
        var staying = wanted.Agencies.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        var leaving = state.Agencies.Where(a => !staying.Contains(a.Agency.Code) && !IsOfDemonstration(a.Agency)).OrderBy(a => a.Agency.Code, StringComparer.Ordinal).ToLookup(a => a.IsInUse);
        return new TenantPlan
        {
            CreatesDatabase = !state.HasDatabase,
            Registers = state.Settings is null,
            Settings = FieldChange.Between(state.Settings, wanted.Space.Settings),
            Instruments = [.. instruments.Select(InstrumentAddition.Of).Where(i => !state.InstrumentHashes.Contains(i.Hash))],
            Awards = AwardChange.Between(state.Awards, wanted.Awards),
            Added = [.. wanted.Agencies.Where(a => !known.ContainsKey(a.Code))],
            Changed =
            [
                .. from agency in wanted.Agencies
                   where known.ContainsKey(agency.Code)
                   let fields = FieldChange.Between(known[agency.Code].Agency, agency)
                   where fields.Count > 0
                   select new AgencyChange(agency, fields),
            ],
            Removed = [.. leaving[false].Select(a => a.Agency)],
            InUse = [.. leaving[true]],
            Words = state.Words.ChangesTo(wanted.Space),
            TakenHosts = [.. state.OtherHosts.Where(h => wanted.Space.Settings.Hosts.Contains(h.Key, StringComparer.OrdinalIgnoreCase))],
        };
    }

    /// <summary>What a demonstration made is not the list's affair.</summary>
    private static bool IsOfDemonstration(AgencyDefinition agency) => agency.Synthetic && agency.Code.StartsWith(Agency.DemonstrationPrefix, StringComparison.Ordinal);
}
