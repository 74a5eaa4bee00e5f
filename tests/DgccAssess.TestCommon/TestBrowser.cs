using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace DgccAssess.TestCommon;

/// <summary>A browser without scripts: keeps cookies, follows redirects, fills in and posts the forms it sees.</summary>
public sealed class TestBrowser : IDisposable
{
    private readonly string basePath;

    public TestBrowser(TestApp app, string basePath)
        : this(basePath, cookies => app.CreateDefaultClient(new CookieContainerHandler(cookies)))
    {
    }

    /// <summary>A browser of a server that runs elsewhere, over the network.</summary>
    public TestBrowser(Uri server, string basePath)
        : this(basePath, cookies => new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server })
    {
    }

    private TestBrowser(string basePath, Func<CookieContainer, HttpClient> connect)
    {
        this.basePath = basePath;
        Cookies = new CookieContainer();
        Client = connect(Cookies);
        Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public HttpClient Client { get; }
    public CookieContainer Cookies { get; }

    /// <param name="path">Below the space, for example /home; or absolute with the space when it starts with it.</param>
    public Task<TestPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, Absolute(path)));

    /// <summary>Sends one request and reads the answer without following a redirect.</summary>
    public async Task<TestPage> SendOnceAsync(HttpRequestMessage request) => await TestPage.ReadAsync(await Client.SendAsync(request));

    public async Task<TestPage> SendAsync(HttpRequestMessage request)
    {
        var response = await Client.SendAsync(request);
        for (var hops = 0; response.Headers.Location is { } location && hops < 5; hops++)
        {
            response = await Client.GetAsync(new Uri(request.RequestUri is { IsAbsoluteUri: true } uri ? uri : Client.BaseAddress!, location));
        }

        return await TestPage.ReadAsync(response);
    }

    /// <summary>Posts a form of the page as its submit button would, with some fields set to other values.</summary>
    /// <param name="page">The page the form is on.</param>
    /// <param name="form">CSS selector of the form.</param>
    /// <param name="values">Field names and values; null removes the field, a repeated name adds a value.</param>
    public Task<TestPage> SubmitAsync(TestPage page, string form, params (string Name, string? Value)[] values) =>
        SendAsync(FormRequest(page, form, values));

    public HttpRequestMessage FormRequest(TestPage page, string form, params (string Name, string? Value)[] values)
    {
        var element = page.Document.QuerySelector(form) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form '{form}' on {page.Path}:\n{page.Text}");
        var action = element.GetAttribute("action") is { Length: > 0 } address ? address : page.Path;
        return new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(FormFields.Of(element, values)) };
    }

    public async Task SignInAsync(Person person)
    {
        var page = await GetAsync("/sign-in");
        var after = await SubmitAsync(page, "form[method=post]:has(#Input_Password)", ("Input.Email", person.Email), ("Input.Password", person.Password));
        if (after.Document.QuerySelector("#Input_Password") is not null) throw new InvalidOperationException($"{person.Email} could not sign in: {after.Text}");
    }

    public void Dispose() => Client.Dispose();

    public string Absolute(string path) => path.StartsWith(basePath + "/", StringComparison.Ordinal) || path == basePath ? path : basePath + path;
}
