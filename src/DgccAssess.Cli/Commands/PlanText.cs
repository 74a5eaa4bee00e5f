using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Tenants;

namespace DgccAssess.Cli.Commands;

/// <summary>Says a plan in words: every line of it before it is carried out, its sums afterwards.</summary>
internal static class PlanText
{
    public const string Nothing = "nothing to change";

    public static IEnumerable<string> Intended(TenantPlan plan, DatabasePlace place) => plan.IsEmpty ? [Nothing] :
    [
        .. plan.CreatesDatabase ? [$"database to create: {place}"] : Array.Empty<string>(),
        .. Intended(plan.Registers, plan.Settings),
        .. plan.Instruments.Select(i => $"instrument to add: {i.Document.Instrument.Code}, sha256 {i.Hash}"),
        .. plan.Awards.Select(a => a.Hash is null ? $"award to withdraw: {a.Code}" : $"award to declare: {a.Code}, sha256 {a.Hash}"),
        .. plan.Added.Select(a => $"agency to add: {a.Code}, {a.Names.In("en")}"),
        .. plan.Changed.SelectMany(c => c.Fields.Select(f => $"agency to change: {c.Wanted.Code}, {f}")),
        .. plan.Removed.Select(a => $"agency to remove: {a.Code}, {a.Names.In("en")}"),
        .. Intended(plan.Words),
    ];

    public static IEnumerable<string> Intended(IReadOnlyList<string> words) => words.Select(w => $"to write: {w}");

    public static IEnumerable<string> Done(IReadOnlyList<string> words) => words.Count == 0 ? [] : [$"{words.Count} texts and pictures written"];

    public static IEnumerable<string> Intended(RegisterPlan plan) => plan.Steps.Select(s => s.Step switch
    {
        RegisterStep.Add => $"register of cooperation, to add: {s.Fact.Key}",
        RegisterStep.Change => $"register of cooperation, to change: {s.Fact.Key}",
        _ => $"register of cooperation, stays as people left it: {s.Fact.Key}",
    });

    public static IEnumerable<string> Done(RegisterPlan plan) => plan.Steps.Count == 0 ? []
        : [$"register of cooperation: {plan.Count(RegisterStep.Add)} facts added, {plan.Count(RegisterStep.Change)} changed, {plan.Count(RegisterStep.Keep)} left as people left them"];

    public static IEnumerable<string> Intended(bool registers, IReadOnlyList<FieldChange> settings) =>
        registers ? ["to register", .. settings.Select(s => $"setting {s.Field}: {s.After}")] : settings.Select(s => $"setting to change: {s}");

    public static IEnumerable<string> Done(TenantPlan plan) => plan.IsEmpty ? [Nothing] :
    [
        .. Done(plan.Registers, plan.Settings),
        .. plan.Instruments.Count + plan.Added.Count + plan.Changed.Count + plan.Removed.Count > 0 ? [$"{plan.Instruments.Count} instruments added, {plan.Added.Count} agencies added, {plan.Changed.Count} changed, {plan.Removed.Count} removed"] : Array.Empty<string>(),
        .. plan.Awards.Count > 0 ? [$"{plan.Awards.Count(a => a.Hash is not null)} awards declared, {plan.Awards.Count(a => a.Hash is null)} withdrawn"] : Array.Empty<string>(),
        .. Done(plan.Words),
    ];

    public static IEnumerable<string> Done(bool registers, IReadOnlyList<FieldChange> settings) => registers ? ["registered, with a database of its own"]
        : settings.Count == 0 ? []
        : [$"settings changed: {string.Join(", ", settings.Select(s => s.Field))}"];

    public static IEnumerable<string> Refusals(TenantPlan plan) => plan.TakenHosts
        .Select(h => $"the host '{h.Key}' leads to space '{h.Value}' already. Take it from one of them; nothing was changed.").Concat(plan.InUse.Select(InUse));

    private static string InUse(AgencyState a) =>
        $"agency '{a.Agency.Code}' ({a.Agency.Names.In("en")}) is not in agencies.csv any more, but {Holds(a)}. Put its line back; nothing was changed.";

    private static string Holds(AgencyState agency) => string.Join(" and ", new[]
    {
        agency.Assessments > 0 ? $"{agency.Assessments} of its assessments are kept here" : null,
        agency.Accounts > 0 ? $"{agency.Accounts} accounts work for it" : null,
    }.OfType<string>());
}
