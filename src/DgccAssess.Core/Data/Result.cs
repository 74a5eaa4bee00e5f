namespace DgccAssess.Core.Data;

/// <summary>What the person at the screen can put right: a field and a message key with its values.</summary>
public sealed record Problem(string Field, string Message, params object[] Arguments);

public enum ResultKind
{
    Ok,

    /// <summary>Input the person can put right; nothing was written (400).</summary>
    Invalid,

    /// <summary>The state does not allow it any more (409).</summary>
    Conflict,

    /// <summary>Based on an older version than the stored one (409, both versions shown).</summary>
    Stale,

    NotFound,
    Forbidden,
}

/// <summary>Outcome of a use case. What nobody at the screen can put right is an exception instead.</summary>
public class Result
{
    public static Result Ok { get; } = new(ResultKind.Ok, []);

    protected Result(ResultKind kind, IReadOnlyList<Problem> problems) => (Kind, Problems) = (kind, problems);

    public ResultKind Kind { get; }
    public IReadOnlyList<Problem> Problems { get; }
    public bool Succeeded => Kind is ResultKind.Ok;

    public static Result Invalid(string field, string message, params object[] arguments) => new(ResultKind.Invalid, [new(field, message, arguments)]);

    public static Result Invalid(IReadOnlyList<Problem> problems) => new(ResultKind.Invalid, problems);

    public static Result Conflict(string message, params object[] arguments) => new(ResultKind.Conflict, [new("", message, arguments)]);

    public static Result Stale() => new(ResultKind.Stale, [new("", Messages.Stale)]);

    public static Result NotFound() => new(ResultKind.NotFound, []);

    public static Result Forbidden() => new(ResultKind.Forbidden, []);
}

/// <summary>Outcome of a use case that answers with a value.</summary>
public sealed class Result<T> : Result
{
    private Result(ResultKind kind, IReadOnlyList<Problem> problems, T? value)
        : base(kind, problems) => Value = value;

    /// <summary>Set when <see cref="Result.Succeeded"/>; for <see cref="ResultKind.Stale"/> the stored version, where the use case can show it.</summary>
    public T? Value { get; }

    public static implicit operator Result<T>(T value) => new(ResultKind.Ok, [], value);

    /// <summary>For values whose type is an interface, which no conversion can take.</summary>
    public static Result<T> Of(T value) => new(ResultKind.Ok, [], value);

    public static Result<T> From(Result failure) => new(failure.Kind, failure.Problems, default);

    public static Result<T> StaleWith(T stored) => new(ResultKind.Stale, [new("", Messages.Stale)], stored);
}
