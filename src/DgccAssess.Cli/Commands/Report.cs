using DgccAssess.Core.Files;

namespace DgccAssess.Cli.Commands;

/// <summary>Prints problems, one line each.</summary>
internal static class Report
{
    public static void Problems(TextWriter error, IEnumerable<FileProblem> problems)
    {
        foreach (var problem in problems)
        {
            error.WriteLine(problem);
        }
    }

    public static void Warnings(TextWriter error, IEnumerable<FileProblem> warnings)
    {
        foreach (var warning in warnings)
        {
            error.WriteLine($"warning: {warning}");
        }
    }
}
