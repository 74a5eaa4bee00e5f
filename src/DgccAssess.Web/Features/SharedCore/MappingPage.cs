using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.Web.Shared;

namespace DgccAssess.Web.Features.SharedCore;

public enum MappingStateKind
{
    Approved,
    Proposed,

    /// <summary>The product does not know the instrument, and the tenant has mapped nothing yet.</summary>
    Unmapped,

    TakenBack,

    /// <summary>Approved for an earlier version of the core.</summary>
    Outdated,

    Draft,
}

/// <summary>What both pages of a mapping show of it.</summary>
public static class MappingPage
{
    public static MappingStateKind StateOf(CoreMappingState state) => state switch
    {
        { IsInForce: true } => MappingStateKind.Approved,
        _ when state.Shown.Mapping.Draft => MappingStateKind.Draft,
        { Latest: null, IsProposed: true } => MappingStateKind.Proposed,
        { Latest: null } => MappingStateKind.Unmapped,
        { Approved: null } => MappingStateKind.TakenBack,
        _ => MappingStateKind.Outdated,
    };

    public static StatusKind TagOf(MappingStateKind kind) => kind switch
    {
        MappingStateKind.Approved => StatusKind.Ok,
        MappingStateKind.Draft => StatusKind.Quiet,
        _ => StatusKind.Warn,
    };

    public static StatusKind TagOf(CoreKind kind) => kind switch
    {
        CoreKind.Exact => StatusKind.Info,
        CoreKind.Close => StatusKind.Warn,
        _ => StatusKind.Quiet,
    };

    public static (int Exact, int Close, int None) Kinds(CoreMapping mapping) =>
        (mapping.Rows.Count(r => r.Kind is CoreKind.Exact), mapping.Rows.Count(r => r.Kind is CoreKind.Close), mapping.Rows.Count(r => r.Kind is CoreKind.None));

    /// <summary>Name and question of an indicator; null where the newest version of the instrument no longer has it.</summary>
    public static (string Name, string Question)? Words(CoreMappingState state, InstrumentTexts texts, string indicator) =>
        state.Indicators.Contains(indicator) ? (texts.Name(indicator), texts.Question(indicator)) : null;
}
