namespace DgccAssess.Core.Features.Cooperation;

public enum FactKind
{
    Center,
    Project,
    Budget,
    Output,
    Indicator,
}

/// <summary>One fact of the hub's folder.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its own.</param>
/// <param name="Parent">The center of a project, the project of the rest; empty for a center.</param>
/// <param name="Content">What it says.</param>
public sealed record RegisterFact(FactKind Kind, string Code, string Parent, object Content)
{
    /// <summary>What the register remembers it by.</summary>
    public string Key => Kind is FactKind.Center or FactKind.Project ? $"{Word}/{Code}" : $"{Word}/{Parent}/{Code}";

    private string Word => Kind.ToString().ToLowerInvariant();
}

public enum RegisterStep
{
    Add,

    /// <summary>The file changed, and nobody changed the row.</summary>
    Change,

    /// <summary>The file changed, but so did people: the row stays as they left it, changed or removed.</summary>
    Keep,
}

/// <param name="Marks">What the file said when its facts were put in, and the rows they became.</param>
/// <param name="Rows">Hashes of what the rows say now.</param>
/// <param name="Codes">Keys of centers and projects that are there, whoever made them.</param>
public sealed record RegisterState(IReadOnlyDictionary<string, (string Hash, Guid RowId)> Marks, IReadOnlyDictionary<Guid, string> Rows, IReadOnlySet<string> Codes)
{
    public static RegisterState Nothing { get; } = new(new Dictionary<string, (string, Guid)>(), new Dictionary<Guid, string>(), new HashSet<string>());
}

/// <summary>What has to happen so that the register holds what the file says, without taking from people what they wrote: a function of what there is and what is wanted.</summary>
public sealed record RegisterPlan(IReadOnlyList<(RegisterStep Step, RegisterFact Fact)> Steps)
{
    public int Count(RegisterStep step) => Steps.Count(s => s.Step == step);

    public static RegisterPlan Compute(RegisterState state, IReadOnlyList<RegisterFact> wanted) =>
        new([.. wanted.Select(fact => (Step: StepOf(state, fact), fact)).Where(s => s.Step is not null).Select(s => (s.Step!.Value, s.fact))]);

    private static RegisterStep? StepOf(RegisterState state, RegisterFact fact)
    {
        // A fact that left the file stays: the register is people's, and the file only fills it.
        if (!state.Marks.TryGetValue(fact.Key, out var mark)) return state.Codes.Contains(fact.Key) ? RegisterStep.Keep : RegisterStep.Add;
        var hash = Fingerprint.Of(fact.Content);
        if (mark.Hash == hash) return null;
        return state.Rows.TryGetValue(mark.RowId, out var stored) && (stored == mark.Hash || stored == hash) ? RegisterStep.Change : RegisterStep.Keep;
    }
}
