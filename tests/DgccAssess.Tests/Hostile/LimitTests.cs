using System.Net;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Evidence;
using DgccAssess.Web.Features.Evidence;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Hostile;

/// <summary>Requests that are too long, too many or malformed: refused by their name, and never a failure of ours.</summary>
public sealed class LimitTests(RawServer server, TestApps apps) : IClassFixture<RawServer>
{
    [Fact]
    public async Task Head_TooLong_IsRefused()
    {
        Assert.Equal(414, (await server.GetAsync($"{server.A.Path}/{new string('a', 20_000)}", cookie: null)).Status);
        Assert.Equal(414, (await server.GetAsync($"{server.A.Path}/sign-in?q={new string('a', 20_000)}", cookie: null)).Status);
        Assert.Equal(431, (await server.GetAsync($"{server.A.Path}/sign-in", cookie: null, $"X-Long: {new string('a', 40_000)}")).Status);
        Assert.Equal(431, (await server.GetAsync($"{server.A.Path}/sign-in", new string('c', 40_000))).Status);
        Assert.Equal(431, (await server.GetAsync($"{server.A.Path}/sign-in", cookie: null, [.. Enumerable.Range(0, 200).Select(i => $"X-{i}: a")])).Status);
        Assert.Equal(200, (await server.GetAsync($"{server.A.Path}/sign-in", cookie: null, $"X-Long: {new string('a', 4_000)}")).Status);
    }

    [Fact]
    public async Task Body_TooLarge_IsRefusedUnread()
    {
        foreach (var type in new[] { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain" })
        {
            var answer = await PostAsync("/language", type, "Input.Email=a", $"Content-Length: {Limits.LargestForm + 1}");

            Assert.Equal((type, 413), (type, answer.Status is 400 ? 413 : answer.Status));
            Assert.Contains("<h1", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "many fields")]
    [InlineData("application/x-www-form-urlencoded", "long field")]
    [InlineData("application/x-www-form-urlencoded", "long name")]
    [InlineData("application/x-www-form-urlencoded", "deep name")]
    [InlineData("application/x-www-form-urlencoded", "broken escapes")]
    [InlineData("multipart/form-data; boundary=x", "many parts")]
    [InlineData("multipart/form-data; boundary=x", "long head of a part")]
    [InlineData("multipart/form-data; boundary=x", "no end")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "long boundary")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "odd charset")]
    [InlineData("nonsense", "no type")]
    [InlineData("application/json", "other type")]
    public async Task Form_OutOfShape_IsRefused(string type, string shape)
    {
        var body = shape switch
        {
            "many fields" => string.Join('&', Enumerable.Range(0, 5000).Select(i => $"a{i}=1")),
            "long field" => $"Input.Email={new string('a', 300_000)}",
            "long name" => $"{new string('a', 300_000)}=1",
            "deep name" => $"Input{string.Concat(Enumerable.Repeat("[0].Input", 1000))}=1",
            "broken escapes" => "Input.Email=%zz%&%=%ff%fe&=&&&Input.Password=%00",
            "many parts" => string.Concat(Enumerable.Range(0, 5000).Select(i => $"--x\r\nContent-Disposition: form-data; name=\"a{i}\"\r\n\r\n1\r\n")) + "--x--\r\n",
            "long head of a part" => $"--x\r\nContent-Disposition: form-data; name=\"{new string('a', 40_000)}\"\r\n\r\n1\r\n--x--\r\n",
            "no end" => "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
            _ => "Input.Email=a",
        };

        foreach (var path in new[] { "/sign-in", "/sign-in/forgot", "/language", "/rounds/new", $"/rounds/{RawServer.SecretOfA}/agencies/kemenko-perekonomian/I1/evidence", "/connect/token", "/api/v1/rounds" })
        {
            var answer = await PostAsync(path, type, body);

            Assert.True(answer.Status is >= 200 and < 500, $"{path} {shape}: {answer.Status}");
            // All of these tries come from one address and count together.
            if (path == "/sign-in") Assert.Contains(answer.Status, new[] { 400, 429 });
        }
    }

    [Fact]
    public async Task Json_TooDeepOrLarge_IsRefused()
    {
        using var organizer = await Features.Api.ApiClient.OfSessionAsync(server.A, await server.A.CreatePersonAsync(Roles.Organizer));
        foreach (var body in new[] { new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 5_000)), "{\"code\":\"\\u0000\"}", "{\"code\":\"\\ud800\"}", "\u0000", "{}{}", "nul", $"{{\"code\":\"{new string('a', 900_000)}\"}}" })
        {
            Assert.Equal((body.Length, HttpStatusCode.BadRequest), (body.Length, (await organizer.WriteAsync(HttpMethod.Post, "/rounds", body)).Status));
        }

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await organizer.WriteAsync(HttpMethod.Post, "/rounds", $"{{\"code\":\"{new string('a', 2_000_000)}\"}}")).Status);
    }

    [Fact]
    public async Task Upload_TooOften_IsToldHowLongToWait_AndCountedPerPersonAndAddress()
    {
        using var scene = await EvidenceScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        using var colleague = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Respondent, await scene.Space.AgencyIdAsync("kemenko-perekonomian")));
        var page = await scene.OpenPageAsync();
        HttpRequestMessage Request() => EvidenceScene.Upload(page, [("a.pdf", SampleFiles.Pdf)]);
        for (var i = 0; i < UploadLimits.PerPerson; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await scene.Respondent.SendOnceAsync(Request())).Status);

        var refused = await scene.Respondent.SendOnceAsync(Request());

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Too many uploads in a short time.", EvidenceScene.Errors(refused), StringComparison.Ordinal);
        Assert.NotNull(refused.Document.QuerySelector("form#evidence-upload"));
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.SendOnceAsync(EvidenceScene.Upload(await colleague.GetAsync(EvidenceScene.Page), [("b.pdf", SampleFiles.Pdf)]))).Status);

        using var limits = new UploadLimits();
        var told = await scene.Space.RunAsync(services => Task.FromResult(Enumerable.Range(0, UploadLimits.PerAddress + 1).Select(i => limits.Count(RequestOf(services, i))).ToList()));
        Assert.All(told[..^1], Assert.Null);
        Assert.NotNull(told[^1]);
    }

    [Fact]
    public async Task Limits_OfSignInResetAndToken_AnswerWithTheTimeToWait_AndAPageToRead()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var browser = space.Anonymous();
        foreach (var (path, form) in new[] { ("/sign-in", "form:has(#Input_Password)"), ("/sign-in/forgot", "main form[method=post]") })
        {
            var page = await browser.GetAsync(path);
            var answer = page;
            for (var i = 0; i <= SignInLimits.PerAccount; i++) answer = await browser.SubmitAsync(page, form, ("Input.Email", $"{path[^4..]}@agency.example"), ("Input.Password", "wrong"));

            Assert.Equal((path, HttpStatusCode.TooManyRequests), (path, answer.Status));
            Assert.True(answer.Response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
            Assert.Equal("Too many requests", answer.Heading);
        }
    }

    private static DefaultHttpContext RequestOf(IServiceProvider services, int person) => new()
    {
        RequestServices = services,
        User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.NameIdentifier, $"{person}")])),
    };

    /// <summary>With the session of A and a token that is good.</summary>
    private async Task<RawAnswer> PostAsync(string path, string type, string body, string? length = null)
    {
        var (cookie, token) = await server.TokenAsync(server.A, server.SessionOfA);
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"POST {server.A.Path}{path} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nAccept: text/html\r\nConnection: close\r\nCookie: {server.SessionOfA}; {cookie}\r\nX-CSRF-Token: {token}\r\n"
            + $"Content-Type: {type}\r\n{length ?? $"Content-Length: {bytes.Length}"}\r\n\r\n";
        return await server.SendAsync([.. Encoding.Latin1.GetBytes(head), .. bytes]);
    }
}
