using System.Globalization;

namespace DgccAssess.Scoring.Instruments.Checks;

internal sealed class ProblemList
{
    private readonly List<InstrumentProblem> all = [];

    public IReadOnlyList<InstrumentProblem> All => all;

    public void Error(string path, string code, params ReadOnlySpan<object?> arguments) => Add(path, code, ProblemSeverity.Error, arguments);

    public void Warning(string path, string code, params ReadOnlySpan<object?> arguments) => Add(path, code, ProblemSeverity.Warning, arguments);

    private void Add(string path, string code, ProblemSeverity severity, ReadOnlySpan<object?> arguments)
    {
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Convert.ToString(arguments[i], CultureInfo.InvariantCulture) ?? "";
        all.Add(new InstrumentProblem(path, code, severity, texts));
    }
}
