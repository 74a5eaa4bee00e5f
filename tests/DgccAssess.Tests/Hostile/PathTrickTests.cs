namespace DgccAssess.Tests.Hostile;

/// <summary>Whatever stands in the request line: a session of one space never shows anything of another, and the server never fails over it.</summary>
public sealed class PathTrickTests(RawServer server) : IClassFixture<RawServer>
{
    private static readonly string[] Pages = ["rounds", "home", "api/v1/rounds", $"rounds/{RawServer.SecretOfB}", "audit"];

    // {A} and {B} are the spaces' first segments, {page} a page below them.
    private static readonly string[] Tricks =
    [
        "/{A}/../{B}/{page}", "/{A}/%2e%2e/{B}/{page}", "/{A}/%2E./{B}/{page}", "/{A}/..%2f{B}/{page}", "/{A}/%2e%2e%2f{B}%2f{page}", "/{A}%2f..%2f{B}/{page}",
        "/{A}/%252e%252e/{B}/{page}", "/{A}/..%252f{B}/{page}", "/{A}/%25252e%25252e/{B}/{page}", "/{A}/{page}/../../{B}/{page}", "/{A}/{page}/%2e%2e/%2e%2e/{B}/{page}",
        "/../{B}/{page}", "/../../../{B}/{page}", "/./{B}/{page}", "//{B}/{page}", "///{B}//{page}", "/{A}//{B}/{page}", "/{A}/{B}/{page}", "/{B}/{A}/{page}", "/{A}/{A}/{page}", "/{B}/{B}/{page}",
        "/{A}//{page}", "/{A}/./{page}", "/{A}/{page}/", "/{A}/{page}/.", "/{A}/{page}.", "/{A}./{page}", "/{A}../{page}", "/{A} /{page}", "/{A}%20/{page}", "/%20{A}/{page}", "/{A}%09/{page}",
        "/{A}\\..\\{B}\\{page}", "/{A}/..\\{B}/{page}", "\\{B}\\{page}", "/{A}%5c..%5c{B}%5c{page}", "/{A};/../{B}/{page}", "/{A};x=y/{page}", "/{A}/..;/{B}/{page}", "/{A}/{page};{B}", "/{B};/{page}",
        "/{A}%00/{page}", "/{A}/%00/../{B}/{page}", "/{A}/{page}%00", "/{A}%0d%0a/{page}", "/{A}/{page}%0d%0aSet-Cookie:%20x=y", "/{A}/%c0%ae%c0%ae/{B}/{page}", "/{A}/%e0%80%ae%e0%80%ae/{B}/{page}",
        "/{A}/%ef%bc%8e%ef%bc%8e/{B}/{page}", "/{A}/\u00ff/{page}", "/{A}/%ff/{page}", "/{A}/%/{page}", "/{A}/%2/{page}", "/{A}/%zz/{page}", "/{A}/%u002e%u002e/{B}/{page}",
        "/{AA}/{page}", "/{BB}/{page}", "/{A}/{PAGE}", "/{A}?/../{B}/{page}", "/{A}/{page}?space={B}&tenant={B}&__tenant__={B}", "/{A}#/{B}/{page}", "/{A}/{page}#", "/?/{B}/{page}",
        "http://other.example/{B}/{page}", "http://127.0.0.1/{A}/../{B}/{page}", "https://beta.example.org/{page}", "beta.example.org/{page}", "{B}/{page}", "*", "/", "",
        "/errors/500", "/errors/{B}", "/lib/../{B}/{page}", "/lib/%2e%2e/{B}/{page}", "/{A}/lib/../../{B}/{page}", "/health/../{B}/{page}", "/{A}/errors/404/../../../{B}/{page}",
    ];

    public static TheoryData<string> All => [.. Tricks];

    [Theory, MemberData(nameof(All))]
    public async Task Target_WithASessionOfA_ShowsNothingOfB(string trick)
    {
        foreach (var target in Targets(trick))
        {
            var answer = await server.GetAsync(target, server.SessionOfA);

            Assert.True(answer.Status is >= 200 and < 500, $"{target}: {answer.Status}");
            Assert.False(answer.Body.Contains(RawServer.SecretOfB, StringComparison.Ordinal) && !target.Contains(RawServer.SecretOfB, StringComparison.Ordinal), target);
            Assert.DoesNotContain(CookiesOf(answer), c => c.Contains($".{server.B.Space.Id}=", StringComparison.Ordinal));
            Assert.DoesNotContain("\r\nSet-Cookie: x=y", answer.Head, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task Target_WithSessionsOfBoth_IsOfOneSpaceAtMost(string trick)
    {
        foreach (var target in Targets(trick))
        {
            var answer = await server.GetAsync(target, $"{server.SessionOfA}; {server.SessionOfB}");
            var (showsA, showsB) = (answer.Body.Contains($"{server.A.Path}/", StringComparison.Ordinal), answer.Body.Contains($"{server.B.Path}/", StringComparison.Ordinal));

            Assert.True(answer.Status is >= 200 and < 500, $"{target}: {answer.Status}");
            // The list of spaces names both; a page of one links to itself alone.
            if (answer.Status is 200 && answer.Body.Contains("round-", StringComparison.Ordinal)) Assert.False(showsA && showsB, target);
            Assert.False(answer.Body.Contains(RawServer.SecretOfA, StringComparison.Ordinal) && answer.Body.Contains(RawServer.SecretOfB, StringComparison.Ordinal), target);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task Target_OfNobody_ShowsNothing(string trick)
    {
        foreach (var target in Targets(trick))
        {
            var answer = await server.GetAsync(target, cookie: null);

            Assert.True(answer.Status is >= 200 and < 500, $"{target}: {answer.Status}");
            Assert.False((answer.Body + answer.Head).Contains("round-77", StringComparison.Ordinal), target);
        }
    }

    [Fact]
    public async Task Session_AtHome_ShowsItsOwn()
    {
        Assert.Contains(RawServer.SecretOfA, (await server.GetAsync($"{server.A.Path}/rounds", server.SessionOfA)).Body, StringComparison.Ordinal);
        Assert.Contains(RawServer.SecretOfB, (await server.GetAsync($"{server.B.Path}/rounds", server.SessionOfB)).Body, StringComparison.Ordinal);
        Assert.Contains(RawServer.SecretOfB, (await server.GetAsync($"{server.A.Path}/../{server.B.Path[1..]}/rounds", server.SessionOfB)).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await server.GetAsync($"{server.B.Path}/rounds", server.SessionOfA)).Status);
    }

    private IEnumerable<string> Targets(string trick) => Pages.Select(page => trick
        .Replace("{AA}", server.A.Path[1..].ToUpperInvariant(), StringComparison.Ordinal).Replace("{BB}", server.B.Path[1..].ToUpperInvariant(), StringComparison.Ordinal)
        .Replace("{A}", server.A.Path[1..], StringComparison.Ordinal).Replace("{B}", server.B.Path[1..], StringComparison.Ordinal)
        .Replace("{page}", page, StringComparison.Ordinal).Replace("{PAGE}", page.ToUpperInvariant(), StringComparison.Ordinal)).Distinct();

    private static IEnumerable<string> CookiesOf(RawAnswer answer) => answer.Head.Split("\r\n").Where(l => l.StartsWith("Set-Cookie:", StringComparison.OrdinalIgnoreCase));
}
