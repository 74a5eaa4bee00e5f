namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Result(string round, string agency) => At($"/rounds/{round}/agencies/{agency}/result");

    /// <summary>How the index was computed, node by node.</summary>
    public string ResultTrace(string round, string agency, bool preview = false) =>
        At($"/rounds/{round}/agencies/{agency}/result/trace") + (preview ? "?of=final" : "");

    /// <param name="round">Round code.</param>
    /// <param name="agency">Agency code.</param>
    /// <param name="theme">light or dark.</param>
    /// <param name="codes">Codes instead of names beside the axes, for a narrow screen.</param>
    /// <param name="preview">Of the final values, before publication; for organizers.</param>
    public string ResultRadar(string round, string agency, string theme = "light", bool codes = false, bool preview = false) =>
        At($"/rounds/{round}/agencies/{agency}/result/radar.svg") + $"?theme={theme}&names={(codes ? "codes" : "full")}" + (preview ? "&of=final" : "");

    /// <param name="round">Round code.</param>
    /// <param name="agency">Agency code.</param>
    /// <param name="language">BCP 47 code of a language of the space.</param>
    /// <param name="standard">ua1 (PDF/UA-1) or a2a (tagged PDF/A-2a).</param>
    /// <param name="preview">Of the final values, before publication; for organizers.</param>
    public string ResultReport(string round, string agency, string language, string standard = "ua1", bool preview = false) =>
        At($"/rounds/{round}/agencies/{agency}/result/report.pdf") + $"?language={Uri.EscapeDataString(language)}&standard={standard}" + (preview ? "&of=final" : "");

    /// <param name="round">Round code.</param>
    /// <param name="agency">Agency code.</param>
    /// <param name="language">BCP 47 code of a language of the space.</param>
    /// <param name="preview">Of the final values, before publication; for organizers.</param>
    public string WordReport(string round, string agency, string language, bool preview = false) =>
        At($"/rounds/{round}/agencies/{agency}/result/report.docx") + $"?language={Uri.EscapeDataString(language)}" + (preview ? "&of=final" : "");

    /// <summary>The round's published results as files.</summary>
    public string RoundFiles(string round) => At($"/rounds/{round}/files");

    /// <param name="round">Round code.</param>
    /// <param name="table">ratings-long, ratings-wide or results.</param>
    /// <param name="format">xlsx or csv.</param>
    /// <param name="mark">CSV begins with the mark of UTF-8.</param>
    public string RoundFile(string round, string table, string format, bool mark = true) => At($"/rounds/{round}/files/{table}") + $"?format={format}" + (mark ? "" : "&bom=0");
}
