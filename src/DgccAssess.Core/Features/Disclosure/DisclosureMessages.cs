using DgccAssess.Core.Files;
using DgccAssess.Scoring.Disclosure;

namespace DgccAssess.Core.Features.Disclosure;

/// <summary>The faults of tables in plain English sentences: the message and what to do.</summary>
public static class DisclosureMessages
{
    internal static (string Message, string WhatToDo) For(DisclosureProblem problem, bool isOneOfMany)
    {
        var (message, whatToDo) = problem.Code switch
        {
            DisclosureProblemCodes.Empty => ($"'{problem.Field}' is empty.", "Write at least one label."),
            DisclosureProblemCodes.TooLarge when problem.Field == "tables" =>
                ("There is too much to be checked together.", $"Give at most {CountTableCheck.MostTables} tables with at most {CountTableCheck.MostCells} counts in all."),
            DisclosureProblemCodes.TooLarge => ($"'{problem.Field}' is too long.", $"Write at most {CountTableCheck.MostLabels} labels."),
            DisclosureProblemCodes.LabelDuplicate => ($"A label stands twice in '{problem.Field}'.", "Give each its own."),
            DisclosureProblemCodes.NameDuplicate => ("Another table has this 'name'.", "Give each its own."),
            DisclosureProblemCodes.SubsetUnknown => ("'subsetOf' names no other table of this file.", "Write the name of the table this one is a part of."),
            DisclosureProblemCodes.SubsetLarger => ("The table counts more somewhere than the one it is 'subsetOf'.", "Correct the counts, or leave 'subsetOf' out."),
            DisclosureProblemCodes.Circle => ("The tables cross more things with each other than can be checked together.", "Publish fewer of them."),
            _ => ($"'{problem.Field}' does not fit the table.", "Correct it."),
        };
        return isOneOfMany && problem.Field != "tables" ? ($"Table {problem.Table + 1}: {message}", whatToDo) : (message, whatToDo);
    }

    /// <summary>A count that was published and can't be taken back.</summary>
    public static FileProblem Exposed(string file, DisclosureDocument document, TablePlace place)
    {
        var at = (place.Row, place.Column) switch
        {
            ({ } row, { } column) => $"row '{row}', column '{column}'",
            ({ } row, null) => $"the total of row '{row}'",
            (null, { } column) => $"the total of column '{column}'",
            _ => "the total",
        };
        var table = document.Tables.Count > 1 ? $"table {place.Table + 1}, " : "";
        return new(file, 1, 1, $"What 'previous' shows gives a count away that must stay hidden: {table}{at}.", "Nothing published now can protect it; publish nothing more of these agencies.");
    }
}
