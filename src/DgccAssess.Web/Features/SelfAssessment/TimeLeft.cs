namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Time until a deadline in words: the key of the words and the number in them. Two days and more in days, two hours and more in hours.</summary>
public sealed record TimeLeft(string Key, int Number)
{
    private static readonly TimeSpan Two = TimeSpan.FromHours(2);

    public static TimeLeft Until(DateTime dueAt, DateTime nowUtc) => (dueAt - nowUtc) switch
    {
        { Ticks: < 0 } => new("Deadline.Over", 0),
        { TotalDays: >= 2 } left => new("Deadline.Days", (int)left.TotalDays),
        var left when left >= Two => new("Deadline.Hours", (int)left.TotalHours),
        _ => new("Deadline.Soon", 0),
    };
}
