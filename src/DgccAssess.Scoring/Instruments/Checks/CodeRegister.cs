namespace DgccAssess.Scoring.Instruments.Checks;

/// <summary>One name space of codes. Case is ignored because codes stand in addresses and in databases that ignore it.</summary>
internal sealed class CodeRegister(ProblemList problems)
{
    private const int MaxLength = 64;
    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string code, string path)
    {
        if (!IsValid(code))
            problems.Error(path, InstrumentProblemCodes.CodeInvalid, code);
        else if (!paths.TryAdd(code, path))
            problems.Error(path, InstrumentProblemCodes.CodeDuplicate, code, paths[code]);
    }

    public static bool IsValid(string code) =>
        code.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(code[0])
        && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>The path segment of an element: its code, or its position when it has none.</summary>
    public static string Segment(string code, int position) => IsValid(code) ? code : $"#{position + 1}";
}
