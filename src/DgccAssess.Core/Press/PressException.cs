namespace DgccAssess.Core.Press;

public enum PressFailure
{
    /// <summary>No Node, or no press folder with its packages.</summary>
    NotInstalled,

    /// <summary>The request was wrong; another try gives the same answer.</summary>
    Refused,

    /// <summary>Typesetting failed.</summary>
    Failed,

    /// <summary>No answer in time; the worker was ended.</summary>
    Timeout,

    /// <summary>Two workers ended before they answered.</summary>
    WorkerLost,
}

public sealed class PressException(PressFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public PressFailure Failure { get; } = failure;
}
