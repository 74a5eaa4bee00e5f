using System.Globalization;
using System.Net.Sockets;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Hostile;

/// <summary>The application behind its real server on a loopback port, with two tenants; what is sent is sent byte by byte, without a client that tidies it up.</summary>
public sealed class RawServer : IAsyncLifetime
{
    public const string HostOfB = "beta.example.org";
    public const string SecretOfA = "alpha-round-77";
    public const string SecretOfB = "beta-round-88";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public TestApp App { get; } = new(DatabaseProvider.Sqlite);
    public TestSpace A { get; private set; } = null!;
    public TestSpace B { get; private set; } = null!;

    /// <summary>Cookies of an organizer of each.</summary>
    public string SessionOfA { get; private set; } = "";
    public string SessionOfB { get; private set; } = "";

    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App.UseKestrel(0);
        App.StartServer();
        Port = App.ClientOptions.BaseAddress.Port;
        (A, SessionOfA) = await PrepareAsync(SecretOfA);
        (B, SessionOfB) = await PrepareAsync(SecretOfB);
        await App.Services.GetRequiredService<RegisterSpace>().HandleAsync(B.Space.Id, SpaceKind.Tenant, B.Space.Settings with { Hosts = [HostOfB] });
    }

    /// <param name="target">As it stands in the request line.</param>
    /// <param name="cookie">Null: nobody.</param>
    /// <param name="headers">Whole lines; without a Host among them the server's own address is it.</param>
    public Task<RawAnswer> GetAsync(string target, string? cookie, params string[] headers)
    {
        var lines = headers.Any(h => h.StartsWith("Host", StringComparison.OrdinalIgnoreCase)) ? headers : [$"Host: 127.0.0.1:{Port}", .. headers];
        var request = new StringBuilder($"GET {target} HTTP/1.1\r\n").AppendJoin("\r\n", lines).Append("\r\nAccept: text/html\r\nConnection: close\r\n");
        if (cookie is not null) request.Append("Cookie: ").Append(cookie).Append("\r\n");
        return SendAsync(Encoding.Latin1.GetBytes(request.Append("\r\n").ToString()));
    }

    /// <summary>The antiforgery cookie and the token that goes with it and with the session.</summary>
    public async Task<(string Cookie, string Token)> TokenAsync(TestSpace space, string session)
    {
        var page = await GetAsync($"{space.Path}/sign-out", session);
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Body);
        return (page.Header("Set-Cookie")!.Split(';')[0], document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    public async Task<RawAnswer> SendAsync(byte[] request)
    {
        using var stop = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port, stop.Token);
        await using var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, stop.Token);
            await stream.CopyToAsync(answer, stop.Token);
        }
        catch (IOException)
        {
            // A server that refuses before it read everything closes the connection; what it said until then counts.
        }

        return RawAnswer.Of(answer.ToArray());
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    private async Task<(TestSpace Space, string Session)> PrepareAsync(string secret)
    {
        var space = await App.CreateSpaceAsync();
        await space.OpenRoundAsync(secret);
        using var browser = new TestBrowser(new Uri($"http://127.0.0.1:{Port}"), space.Path);
        await browser.SignInAsync(await space.CreatePersonAsync(Roles.Organizer));
        return (space, MatrixScene.SessionOf(browser));
    }
}

/// <summary>What came back over the wire.</summary>
public sealed record RawAnswer(int Status, string Head, string Body)
{
    public string? Location => Header("Location");

    public string? Header(string name) => Head.Split("\r\n").FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>Status 0: the connection was closed without an answer.</summary>
    public static RawAnswer Of(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return new(0, text, "");
        var head = text[..end];
        var body = text[(end + 4)..];
        var isChunked = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        return new(int.Parse(head.Split(' ', 3)[1], CultureInfo.InvariantCulture), head, isChunked ? Joined(Encoding.UTF8.GetBytes(body)) : body);
    }

    private static string Joined(byte[] chunked)
    {
        using var joined = new MemoryStream();
        for (var at = 0; at < chunked.Length;)
        {
            var line = Array.IndexOf(chunked, (byte)'\r', at);
            if (line < 0 || !int.TryParse(Encoding.ASCII.GetString(chunked, at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) || length is 0) break;
            joined.Write(chunked, line + 2, Math.Min(length, chunked.Length - line - 2));
            at = line + 2 + length + 2;
        }

        return Encoding.UTF8.GetString(joined.ToArray());
    }
}
