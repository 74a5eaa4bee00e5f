using System.Globalization;

namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>The table of an edition; the latest where none is named.</summary>
    public string Egdi(int? edition = null, string? text = null, string? level = null, int page = 1) =>
        At($"/egdi") + Asked(("edition", edition?.ToString(CultureInfo.InvariantCulture)), ("text", text), ("level", level), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));

    /// <param name="edition">Its year.</param>
    /// <param name="format">csv or xlsx.</param>
    /// <param name="bom">Begin with the mark by which spreadsheets know UTF-8.</param>
    public string EgdiTable(int edition, string format, bool bom = false) => At($"/egdi/tables/{edition}.{format}") + (bom ? "?bom=1" : "");

    public string EgdiCountry(string code) => At($"/egdi/{code}");

    /// <summary>A scenario: whoever opens the address sees it.</summary>
    public string EgdiWhatIf(string code, int? edition = null, string? osi = null, string? tii = null, string? hci = null, string? others = null) =>
        At($"/egdi/{code}/what-if") + Asked(("edition", edition?.ToString(CultureInfo.InvariantCulture)), ("osi", osi), ("tii", tii), ("hci", hci), ("others", others));

    public string UploadEgdi() => At($"/egdi/upload");

    private static string Asked(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = new List<string>();
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrEmpty(value)) query.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return query.Count == 0 ? "" : "?" + string.Join('&', query);
    }
}
