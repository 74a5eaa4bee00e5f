namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>Countries side by side; without any the choice of them.</summary>
    public string Comparison() => At($"/comparison");

    /// <param name="countries">Ids of partners.</param>
    /// <param name="group">Code of an agency group; null: whole nations.</param>
    public string Comparison(IEnumerable<string> countries, string? group) => At($"/comparison") + QueryOf(countries, group);

    /// <summary>Of one country, the most similar of all; the choice of it.</summary>
    public string Peers() => At($"/comparison/peers");

    /// <param name="country">Id of a partner.</param>
    public string Peers(string country) => At($"/comparison/peers?country={country}");

    /// <param name="format">csv or xlsx.</param>
    /// <param name="countries">Ids of partners.</param>
    /// <param name="group">Code of an agency group; null: whole nations.</param>
    public string ComparisonFile(string format, IEnumerable<string> countries, string? group) => At($"/comparison/comparison.{format}") + QueryOf(countries, group);

    /// <summary>A part of it as CSV: in a workbook each is a sheet.</summary>
    /// <param name="part">series or practices.</param>
    /// <param name="countries">Ids of partners.</param>
    /// <param name="group">Code of an agency group; null: whole nations.</param>
    public string ComparisonPart(string part, IEnumerable<string> countries, string? group) => At($"/comparison/comparison.csv") + QueryOf(countries, group) + "&part=" + part;

    /// <summary>The comparison as PDF.</summary>
    /// <param name="countries">Ids of partners.</param>
    /// <param name="group">Code of an agency group; null: whole nations.</param>
    /// <param name="language">One that the press has words for.</param>
    public string ComparisonReport(IEnumerable<string> countries, string? group, string language) => At($"/comparison/report.pdf") + QueryOf(countries, group) + "&language=" + language;

    /// <summary>A theme or a question as a picture for slides.</summary>
    /// <param name="countries">Ids of partners.</param>
    /// <param name="group">Code of an agency group; null: whole nations.</param>
    /// <param name="subject">theme or question.</param>
    /// <param name="code">Its code.</param>
    /// <param name="language">One that the press has words for.</param>
    public string ComparisonSlide(IEnumerable<string> countries, string? group, string subject, string code, string language) => At($"/comparison/slide.png") + QueryOf(countries, group) + $"&{subject}={code}&language={language}";

    private static string QueryOf(IEnumerable<string> countries, string? group) =>
        "?countries=" + string.Join(',', countries.Select(Uri.EscapeDataString)) + (group is null ? "" : "&group=" + Uri.EscapeDataString(group));
}
