using DgccAssess.Core.Files;

namespace DgccAssess.Core.Features.Egdi;

/// <summary>What can be wrong with a file of the EGDI. The screens have words for each.</summary>
public enum EgdiFault
{
    /// <summary>Quotes that can't be read.</summary>
    Syntax,

    /// <summary>The first line does not name the columns.</summary>
    Columns,

    /// <summary>So many fields, not so many.</summary>
    Fields,

    Name,
    Code,

    /// <summary>Nobody knows a state of that name.</summary>
    Country,

    /// <summary>No number from 0 to 1.</summary>
    Index,

    /// <summary>No whole number of that range.</summary>
    Whole,

    /// <summary>A state stands twice.</summary>
    Twice,

    /// <summary>The edition has not 193 states.</summary>
    Count,
}

/// <summary>What is wrong, where, with the values its words ask for.</summary>
public sealed record EgdiProblem(EgdiFault Fault, Position At, params IReadOnlyList<object> Values)
{
    /// <summary>For the command line, which speaks English.</summary>
    internal (string Message, string WhatToDo) InEnglish() => Fault switch
    {
        EgdiFault.Syntax => ("The quotes of this line can't be read.", "Put a field with a comma in quotes and write a quote inside it twice."),
        EgdiFault.Columns => ("The first line does not name the columns.", $"Write: {string.Join(',', EgdiColumns.Own)}; or take the file of the UN E-Government Knowledgebase as it is."),
        EgdiFault.Fields => ($"This line has {Values[0]} fields, not {Values[1]}.", "Check its commas; put a name with a comma in quotes."),
        EgdiFault.Name => ("The country's name is missing or too long.", $"Write 1 to {Values[0]} characters."),
        EgdiFault.Code => ($"'{Values[0]}' is no country code.", "Write three capital letters (ISO 3166-1 alpha-3)."),
        EgdiFault.Country => ($"'{Values[0]}' is no country the product knows by name.", "Write its name as the edition of 2024 does, or add a column iso3."),
        EgdiFault.Index => ($"'{Values[0]}' in the column '{Values[1]}' is no index.", $"Write a number from 0 to 1 with a point and at most {Values[2]} decimals."),
        EgdiFault.Whole => ($"'{Values[0]}' in the column '{Values[1]}' can't be.", $"Write a whole number from {Values[2]} to {Values[3]}."),
        EgdiFault.Twice => ($"{Values[0]} stands twice in {Values[1]}.", "Leave one of the two lines out."),
        EgdiFault.Count => ($"The edition of {Values[1]} has {Values[0]} countries.", $"The survey has {Values[2]}: give all of them."),
        _ => throw new InvalidOperationException($"There are no words for {Fault}."),
    };
}

/// <summary>Where the UN's own figures disagree: kept as published, and listed.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Code">Of the country.</param>
/// <param name="Edition">Its year.</param>
/// <param name="IsRank">The rank is another than the indices give; else the index is not the mean of its components.</param>
/// <param name="Published">In the file.</param>
/// <param name="Computed">What it would be.</param>
public sealed record EgdiDifference(int Line, string Code, int Edition, bool IsRank, decimal Published, decimal Computed);

/// <summary>What reading a file gave: editions, the earliest first, or problems.</summary>
/// <param name="Editions">Empty where there are problems.</param>
/// <param name="Problems">Every one found, up to a limit.</param>
/// <param name="Differences">Of the editions.</param>
public sealed record EgdiReading(IReadOnlyList<Scoring.Egdi.EgdiEdition> Editions, IReadOnlyList<EgdiProblem> Problems, IReadOnlyList<EgdiDifference> Differences);
