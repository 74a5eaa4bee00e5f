using System.Globalization;

namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string National(string round) => At($"/rounds/{round}/national");

    /// <summary>Every agency by rank.</summary>
    public string NationalAgencies(string round, string? group = null, string? text = null, int page = 1) => At($"/rounds/{round}/national/agencies") + Query(group, text, page);

    /// <summary>Domains and aspects by group.</summary>
    public string NationalAreas(string round) => At($"/rounds/{round}/national/areas");

    /// <summary>The criteria most agencies lack.</summary>
    public string NationalCriteria(string round) => At($"/rounds/{round}/national/criteria");

    public string PublishNational(string round) => At($"/rounds/{round}/national/publish");

    /// <param name="round">Round code.</param>
    /// <param name="chart">One of NationalChart.Kinds.</param>
    /// <param name="theme">light or dark.</param>
    /// <param name="narrow">For a narrow screen.</param>
    public string NationalChart(string round, string chart, string theme = "light", bool narrow = false) =>
        At($"/rounds/{round}/national/{chart}.svg") + $"?theme={theme}&names={(narrow ? "codes" : "full")}";

    /// <summary>The rounds whose results everybody may see.</summary>
    public string PublicResults() => InLanguage(At($"/results"));

    public string PublicLook() => At($"/results/look.css");

    public string PublicResult(string round, string? group = null, string? text = null, int page = 1) => InLanguage(At($"/results/{round}") + Query(group, text, page));

    public string PublicAgency(string round, string agency) => InLanguage(At($"/results/{round}/agencies/{agency}"));

    public string PublicCsv(string round, bool bom = false) => At($"/results/{round}/ranking.csv") + (bom ? "?bom=1" : "");

    public string PublicJson(string round) => At($"/results/{round}/ranking.json");

    public string PublicWorkbook(string round) => At($"/results/{round}/ranking.xlsx");

    public string PublicReport(string round) => At($"/results/{round}/report.pdf") + $"?language={CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}";

    public string PublicChart(string round, string chart, string theme = "light", bool narrow = false) =>
        At($"/results/{round}/{chart}.svg") + $"?theme={theme}&names={(narrow ? "codes" : "full")}&language={CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}";

    /// <summary>A language asked for in the address stays in it: caches know a page by its address.</summary>
    private string InLanguage(string address) =>
        accessor.HttpContext?.Request.Query[Languages.Parameter] is [{ Length: > 0 } language] ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Languages.Parameter}={Uri.EscapeDataString(language)}" : address;

    private static string Query(string? group, string? text, int page)
    {
        var parts = new List<string>();
        if (!string.IsNullOrEmpty(group)) parts.Add("group=" + Uri.EscapeDataString(group));
        if (!string.IsNullOrEmpty(text)) parts.Add("text=" + Uri.EscapeDataString(text));
        if (page > 1) parts.Add("page=" + page.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
