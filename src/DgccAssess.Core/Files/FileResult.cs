using System.Diagnostics.CodeAnalysis;

namespace DgccAssess.Core.Files;

/// <summary>What reading data files gave: a value, or everything that is wrong with them. Warnings do not stand in the way of the value.</summary>
public sealed record FileResult<T>(T? Value, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileProblem> Warnings)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null && Problems.Count == 0;
}
