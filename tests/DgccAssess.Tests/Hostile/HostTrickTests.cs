using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Architecture;
using Microsoft.AspNetCore.Http;

namespace DgccAssess.Tests.Hostile;

/// <summary>Whatever a client says about its host, its address or what a proxy saw.</summary>
public sealed class HostTrickTests(RawServer server, TestApps apps) : IClassFixture<RawServer>
{
    private static readonly string[] Hosts =
    [
        RawServer.HostOfB, "BETA.example.ORG", RawServer.HostOfB + ":80", RawServer.HostOfB + ":443", RawServer.HostOfB + ".", "." + RawServer.HostOfB, "x." + RawServer.HostOfB, RawServer.HostOfB + ":abc",
        RawServer.HostOfB + ":99999", RawServer.HostOfB + "/", RawServer.HostOfB + "@127.0.0.1", "127.0.0.1@" + RawServer.HostOfB, "127.0.0.1, " + RawServer.HostOfB, RawServer.HostOfB + " 127.0.0.1", "unknown.example",
        "localhost", "[::1]", "[::1", "", " ", "*", "..", "xn--", "%62eta.example.org", "beta\u3002example.org", "127.0.0.1:0", "-", new string('a', 300) + ".example",
    ];

    private static readonly string[] Claims =
    [
        "X-Forwarded-Host: beta.example.org", "X-Forwarded-Server: beta.example.org", "X-Forwarded-Prefix: {B}", "X-Forwarded-PathBase: {B}", "X-Forwarded-Path: {B}/rounds", "X-Original-URL: {B}/rounds", "X-Rewrite-URL: {B}/rounds",
        "X-Original-Host: beta.example.org", "Forwarded: for=10.0.0.1;host=beta.example.org;proto=https", "X-Host: beta.example.org", "X-Forwarded-For: 10.0.0.1", "X-Forwarded-For: not an address, ::1, %00", "X-Forwarded-For: " + "1.1.1.1, ",
        "X-Forwarded-Proto: https", "X-Forwarded-Proto: javascript", "X-Forwarded-Proto: https, http, gopher", "X-Forwarded-Port: 99999", "X-HTTP-Method-Override: DELETE", "X-HTTP-Method: PUT", "X-Tenant: {B}", "Tenant: {B}", "__tenant__: {B}",
    ];

    public static TheoryData<string> AllHosts => [.. Hosts];
    public static TheoryData<string> AllClaims => [.. Claims];

    [Theory, MemberData(nameof(AllHosts))]
    public async Task Host_WithASessionOfA_ShowsNothingOfB(string host)
    {
        foreach (var target in Targets())
        {
            foreach (var lines in new string[][] { [$"Host: {host}"], [$"Host: 127.0.0.1:{server.Port}", $"Host: {host}"], [$"Host: {host}", $"Host: 127.0.0.1:{server.Port}"] })
            {
                ExpectNothingOfB(await server.GetAsync(target, server.SessionOfA, lines), $"{string.Join(" | ", lines)} {target}");
            }
        }
    }

    [Theory, MemberData(nameof(AllClaims))]
    public async Task Header_WithASessionOfA_ChangesNothingOfWhereItIs(string claim)
    {
        var line = claim.Replace("{B}", server.B.Path, StringComparison.Ordinal);
        foreach (var target in Targets()) ExpectNothingOfB(await server.GetAsync(target, server.SessionOfA, line), $"{line} {target}");

        var plain = await server.GetAsync($"{server.A.Path}/rounds", server.SessionOfA, line);
        Assert.Equal(200, plain.Status);
        Assert.Contains(RawServer.SecretOfA, plain.Body, StringComparison.Ordinal);
        // Nor does it lead anybody elsewhere.
        var location = (await server.GetAsync($"{server.A.Path}/rounds", cookie: null, line)).Location!;
        Assert.DoesNotContain("beta.example.org", location, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{server.A.Path}/sign-in", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_OfB_IsB()
    {
        Assert.Contains(RawServer.SecretOfB, (await server.GetAsync("/rounds", server.SessionOfB, $"Host: {RawServer.HostOfB}")).Body, StringComparison.Ordinal);
        // At B's own host there is no other space, whoever asks.
        Assert.Equal(404, (await server.GetAsync($"{server.A.Path}/rounds", $"{server.SessionOfA}; {server.SessionOfB}", $"Host: {RawServer.HostOfB}")).Status);
    }

    [Fact]
    public async Task Request_WithoutAHost_IsRefused() =>
        Assert.Equal(400, (await server.SendAsync("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"u8.ToArray())).Status);

    [Fact]
    public async Task Forwarded_FromAnUntrustedAddress_IsNotBelieved()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        var space = await app.CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));

        async Task<HttpContext> AskAsync(string remote) => await app.Server.SendAsync(context =>
        {
            (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) = (HttpMethods.Get, "http", new HostString("localhost"), $"{space.Path}/rounds");
            context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(remote);
            context.Request.Headers.Cookie = MatrixScene.SessionOf(browser);
            context.Request.Headers["X-Forwarded-Proto"] = "https";
            context.Request.Headers["X-Forwarded-For"] = "192.0.2.7";
        });

        var (stranger, proxy) = (await AskAsync("203.0.113.9"), await AskAsync("127.0.0.1"));

        Assert.False(stranger.Response.Headers.ContainsKey("Strict-Transport-Security"));
        Assert.Equal("203.0.113.9", stranger.Connection.RemoteIpAddress!.ToString());
        Assert.True(proxy.Response.Headers.ContainsKey("Strict-Transport-Security"));
        Assert.Equal("192.0.2.7", proxy.Connection.RemoteIpAddress!.ToString());
    }

    private string[] Targets() => [$"{server.A.Path}/rounds", "/rounds", $"{server.B.Path}/rounds", "/", "/sign-in"];

    private static void ExpectNothingOfB(RawAnswer answer, string what)
    {
        Assert.True(answer.Status is >= 200 and < 500, $"{what}: {answer.Status}");
        Assert.False(answer.Body.Contains(RawServer.SecretOfB, StringComparison.Ordinal), what);
    }
}
