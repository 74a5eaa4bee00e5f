namespace DgccAssess.Scoring.Disclosure;

/// <summary>Agencies counted by two things, for example group and predicate; before disclosure control.</summary>
public sealed record CountTable
{
    /// <summary>Sums of the largest table stay exact however they are added.</summary>
    public const long MostCount = 1_000_000_000;

    public string? Name { get; init; }

    /// <summary>What the rows are, for example <c>group</c>. Axes of two tables that are named alike, or one of which is not named, are the same where labels and totals are.</summary>
    public string? RowDimension { get; init; }

    public string? ColumnDimension { get; init; }

    /// <summary>Who is counted, for example a round. Tables of two named populations have nothing to do with each other unless one says that it is part of the other.</summary>
    public string? Population { get; init; }

    /// <summary>The table of everybody, by name, where this one counts only some of them: a filter.</summary>
    public string? SubsetOf { get; init; }

    public required IReadOnlyList<string> Rows { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>A list of counts per row, each from 0 to <see cref="MostCount"/>.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Counts { get; init; }

    /// <summary>What was published of this table before. What it hides stays hidden; what it shows can't be taken back.</summary>
    public IReadOnlyList<PublishedTable> Previous { get; init; } = [];
}

/// <summary>A table as everybody may see it; null is hidden. Which of the hidden counts are small ones it does not say, and nothing that is published may.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Counts">A list per row.</param>
/// <param name="RowTotals">One per row.</param>
/// <param name="ColumnTotals">One per column.</param>
/// <param name="Total">Of the table.</param>
public sealed record PublishedTable(
    string? Name, IReadOnlyList<IReadOnlyList<long?>> Counts, IReadOnlyList<long?> RowTotals, IReadOnlyList<long?> ColumnTotals, long? Total)
{
    /// <summary>How many counts are hidden, margins included.</summary>
    public int Hidden => Counts.Sum(row => row.Count(count => count is null)) + RowTotals.Count(count => count is null) + ColumnTotals.Count(count => count is null) + (Total is null ? 1 : 0);

    /// <summary>The count at a place; the row or column after the last is the margin.</summary>
    internal long? At(int row, int column) =>
        row < RowTotals.Count ? column < ColumnTotals.Count ? Counts[row][column] : RowTotals[row] : column < ColumnTotals.Count ? ColumnTotals[column] : Total;
}

/// <summary>Tables that may be published together.</summary>
/// <param name="Tables">In the order given.</param>
/// <param name="Exposed">Counts that nothing can protect any more, because of what was published before; empty otherwise. With any of these the tables must not be published.</param>
/// <param name="Small">For those who decide, never for the public: how many counts are hidden because they are small.</param>
/// <param name="Secondary">How many are hidden so that no small one can be derived.</param>
public sealed record Protection(IReadOnlyList<PublishedTable> Tables, IReadOnlyList<TablePlace> Exposed, int Small, int Secondary);

/// <summary>A place of a table; row or column are null in a margin.</summary>
public sealed record TablePlace(int Table, string? Row, string? Column);
