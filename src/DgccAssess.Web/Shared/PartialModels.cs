namespace DgccAssess.Web.Shared;

/// <summary>One step of the way to this page; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>Colour of a status; the word beside it carries the meaning.</summary>
public enum StatusKind
{
    Quiet,
    Info,
    Ok,
    Warn,
    Bad,
}

public sealed record StatusTag(string Text, StatusKind Kind = StatusKind.Quiet);

/// <summary>A bar and its count in words, such as "12 of 47, 3 returned".</summary>
public sealed record ProgressLine(int Done, int Total, string Text);

/// <param name="Current">Page shown, from 1.</param>
/// <param name="Count">Number of pages.</param>
/// <param name="Href">Address of a page.</param>
public sealed record Pages(int Current, int Count, Func<int, string> Href);
