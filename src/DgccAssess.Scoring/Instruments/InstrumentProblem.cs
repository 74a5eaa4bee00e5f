namespace DgccAssess.Scoring.Instruments;

/// <summary>One structural fault of an instrument, found by <see cref="InstrumentCheck"/>.</summary>
/// <param name="Path">Where, in codes from the root, for example <c>nodes/D1/A1/I1/weight</c> or <c>predicates/good/from</c>. An element without
/// a code is named by its position, <c>#2</c> being the second.</param>
/// <param name="Code">What, a message key: one of <see cref="InstrumentProblemCodes"/>.</param>
/// <param name="Severity">An instrument with an error cannot be scored.</param>
/// <param name="Arguments">Values for the message, in the order given at the code, culture-neutral.</param>
public sealed record InstrumentProblem(string Path, string Code, ProblemSeverity Severity, IReadOnlyList<string> Arguments);

public enum ProblemSeverity
{
    Error,
    Warning,
}
