namespace DgccAssess.Core.Press;

/// <summary>Turns a request into a finished file. The real one is a pool of typesetting processes.</summary>
public interface IReportRenderer
{
    /// <exception cref="PressException">The press refused, failed, was too slow or is not there.</exception>
    Task<byte[]> RenderAsync(PressRequest request, CancellationToken ct);
}

/// <param name="Kind">For messages and logs.</param>
/// <param name="Json">The whole request in UTF-8, kind included.</param>
public sealed record PressRequest(string Kind, ReadOnlyMemory<byte> Json)
{
    /// <summary>Makes the file of the press's answer, where that is not the file itself.</summary>
    public Func<byte[], byte[]> Finish { get; init; } = answer => answer;
}
