using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace DgccAssess.TestCommon.Processes;

/// <summary>The answer form of one indicator, saved as the page's script saves it: the whole form with its version token.</summary>
public sealed partial class AutosaveForm
{
    public const string Analysis = "Input.Analysis";
    private const string VersionField = "Input.Version";

    private readonly Uri address;
    private readonly IReadOnlyList<KeyValuePair<string, string>> fields;

    private AutosaveForm(Uri address, IReadOnlyList<KeyValuePair<string, string>> fields, int version) =>
        (this.address, this.fields, Version) = (address, fields, version);

    /// <summary>The version the next save is based on; follows each acknowledged save.</summary>
    public int Version { get; private set; }

    public static async Task<AutosaveForm> OpenAsync(TestBrowser browser, string path)
    {
        var page = await browser.GetAsync(path);
        var form = page.Document.QuerySelector("form[data-autosave]") as IHtmlFormElement
            ?? throw new InvalidOperationException($"No autosave form on {path}: {page.Status} {page.Text}");
        var posted = FormFields.Of(form, [(VersionField, null), (Analysis, null)]).ToList();
        var version = int.Parse(page.Value(VersionField)!, CultureInfo.InvariantCulture);
        return new(new Uri(browser.Client.BaseAddress!, form.GetAttribute("action")), posted, version);
    }

    /// <summary>The same form for a server that answers elsewhere.</summary>
    public AutosaveForm At(Uri other) => new(other, fields, Version);

    public async Task<HttpStatusCode> SaveAsync(HttpClient client, string analysis, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Body(analysis) };
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("X-Autosave", "true");
        using var response = await client.SendAsync(request, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        if (response.StatusCode is HttpStatusCode.OK) Version = VersionIn(body);
        return response.StatusCode;
    }

    private MultipartFormDataContent Body(string analysis)
    {
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields) Add(name, value);
        Add(VersionField, Version.ToString(CultureInfo.InvariantCulture));
        Add(Analysis, analysis);
        return body;

        void Add(string name, string value)
        {
            var part = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(value));
            body.Add(part, $"\"{name}\"");
        }
    }

    private static int VersionIn(string body) => VersionInput().Match(body) is { Success: true } match
        ? int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"No version in the answer: {body}");

    [GeneratedRegex(@"name=""Input\.Version"" value=""(?<version>\d+)""", RegexOptions.NonBacktracking)]
    private static partial Regex VersionInput();
}
