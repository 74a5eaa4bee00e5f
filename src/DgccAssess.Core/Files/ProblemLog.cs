namespace DgccAssess.Core.Files;

/// <summary>Collects the problems of one reading, so that a person sees all of them at once.</summary>
public sealed class ProblemLog
{
    // A hostile file must not turn into a million messages.
    private const int Limit = 200;

    private readonly List<FileProblem> problems = [];
    private readonly List<FileProblem> warnings = [];

    /// <summary>Problems so far; a reader compares before and after to know whether its part is sound.</summary>
    public int Count { get; private set; }

    public void Add(string file, Position at, string message, string whatToDo)
    {
        Count++;
        if (Count <= Limit)
        {
            problems.Add(new(file, at.Line, at.Column, message, whatToDo));
        }
        else if (Count == Limit + 1)
        {
            problems.Add(new(file, at.Line, at.Column, "There are more problems than are shown.", "Correct these first and check again."));
        }
    }

    public void Warn(string file, Position at, string message, string whatToDo)
    {
        if (warnings.Count < Limit)
        {
            warnings.Add(new(file, at.Line, at.Column, message, whatToDo));
        }
    }

    /// <summary>The value only when nothing was found wrong.</summary>
    public FileResult<T> Finish<T>(T? value)
        where T : class => new(Count == 0 ? value : null, problems, warnings);
}
