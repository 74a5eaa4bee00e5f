using System.Net;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Architecture;

/// <summary>
/// Every endpoint the running application knows (nothing listed by hand), asked by GET and POST:
/// nobody is sent to sign in, a session of another space finds nothing, somebody without the role is refused.
/// </summary>
public sealed partial class IsolationMatrixTests(TestApps apps)
{
    private static readonly HttpMethod[] Methods = [HttpMethod.Get, HttpMethod.Post];

    [Theory, Databases]
    public async Task Endpoint_Anonymous_IsSentToSignIn(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.Empty(await UnexpectedAsync(spaces, client, cookie: null, e => !IsOpen(e), answer => IsApi(answer)
            ? answer.StatusCode is HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.Count > 0
            : answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal)));
    }

    [Theory, Databases]
    public async Task Endpoint_WithASessionOfAnotherSpace_IsNotFound(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        using var browser = await spaces.Other.AsAsync(await spaces.Other.CreatePersonAsync(Roles.Organizer));
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.Empty(await UnexpectedAsync(spaces, client, Session(browser), e => !IsOpen(e), answer => answer.StatusCode is HttpStatusCode.NotFound));
    }

    [Theory, Databases]
    public async Task Endpoint_OfTheOtherKindOfSpace_IsNotFoundWhoeverAsks(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        using var organizer = await spaces.Tenant.AsAsync(await spaces.Tenant.CreatePersonAsync(Roles.Organizer));
        using var operating = await spaces.Hub.AsAsync(await spaces.Hub.CreatePersonAsync(Roles.Operator));
        using var client = spaces.Tenant.App.CreateDefaultClient();
        var swapped = new Spaces(Tenant: spaces.Hub, Other: spaces.Other, Hub: spaces.Tenant);

        foreach (var cookie in new[] { null, $"{Session(organizer)}; {Session(operating)}" })
        {
            Assert.Empty(await UnexpectedAsync(swapped, client, cookie, e => IsOfOneKind(e), answer => answer.StatusCode is HttpStatusCode.NotFound));
        }
    }

    [Theory, Databases]
    public async Task Endpoint_WithoutTheRole_IsForbidden(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        // Readers of no agency: signed in, but with a right to nothing that is here.
        using var browser = await spaces.Tenant.AsAsync(await spaces.Tenant.CreatePersonAsync(Roles.Reader));
        using var hub = await spaces.Hub.AsAsync(await spaces.Hub.CreatePersonAsync(Roles.Reader));
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.Empty(await UnexpectedAsync(spaces, client, $"{Session(browser)}; {Session(hub)}", NeedsARole, answer =>
            answer.StatusCode is HttpStatusCode.Forbidden || IsPostWithoutAToken(answer) || IsNothing(answer)));
    }

    [Fact]
    public async Task Endpoints_AreFoundAndTheMatrixCanFail()
    {
        var spaces = await PrepareAsync(DatabaseProvider.Sqlite);
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.True(Endpoints(spaces.Tenant).Count(NeedsARole) > 15);
        Assert.NotEmpty(await UnexpectedAsync(spaces, client, cookie: null, e => !IsOpen(e), answer => answer.StatusCode is HttpStatusCode.OK));
    }

    [Fact]
    public async Task Endpoint_SaysWhichKindOfSpaceItIsFoundIn()
    {
        var endpoints = Endpoints((await PrepareAsync(DatabaseProvider.Sqlite)).Tenant).ToList();

        Assert.Empty(endpoints.Where(e => e.Metadata.GetMetadata<ISpaceKindMetadata>() is null).Select(e => $"{e.RoutePattern.RawText} has no [HubOnly], [TenantOnly], [EverySpace] or [WithoutSpace]; see SpaceKindOfFolder"));
        Assert.Null(SpaceKindOfFolder.Of("Unheard"));
        Assert.Contains(endpoints, IsOfOneKind);
    }

    /// <param name="Tenant">Where the endpoints of tenants are asked.</param>
    /// <param name="Other">Another tenant.</param>
    /// <param name="Hub">Where the endpoints of the hub are asked.</param>
    private sealed record Spaces(TestSpace Tenant, TestSpace Other, TestSpace Hub);

    private async Task<Spaces> PrepareAsync(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var spaces = new Spaces(await app.CreateSpaceAsync(), await app.CreateSpaceAsync(), await app.HubAsync());
        await spaces.Tenant.OpenRoundAsync("2021");
        return spaces;
    }

    private static async Task<IReadOnlyList<string>> UnexpectedAsync(
        Spaces spaces, HttpClient client, string? cookie, Func<RouteEndpoint, bool> which, Func<HttpResponseMessage, bool> expected)
    {
        var unexpected = new List<string>();
        foreach (var endpoint in Endpoints(spaces.Tenant).Where(which))
        {
            var space = endpoint.Metadata.GetMetadata<ISpaceKindMetadata>() is HubOnlyAttribute ? spaces.Hub : spaces.Tenant;
            foreach (var method in MethodsOf(endpoint))
            {
                using var request = new HttpRequestMessage(method, $"{space.Path}/{Address(endpoint)}");
                if (cookie is not null) request.Headers.Add("Cookie", cookie);
                using var answer = await client.SendAsync(request);
                if (!expected(answer)) unexpected.Add($"{method} {endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
            }
        }

        return unexpected;
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestSpace space) =>
        space.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    // Where a reader may pass the policy of the page, a post without antiforgery token ends before anybody asks whose assessment it is.
    private static bool IsPostWithoutAToken(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.BadRequest && answer.RequestMessage!.Method == HttpMethod.Post;

    // Pages take both, whatever they do with them; an endpoint of the API takes what it says.
    private static IEnumerable<HttpMethod> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
            ? endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(m => HttpMethod.Parse(m))
            : Methods;

    private static bool IsApi(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("/api/v1/", StringComparison.Ordinal);

    // A list of what one may read has nothing in it for somebody without an agency, and nothing is there that could be read by itself.
    private static bool IsNothing(HttpResponseMessage answer) => IsApi(answer) && (answer.StatusCode is HttpStatusCode.NotFound
        || (answer.StatusCode is HttpStatusCode.OK && (OfEverybody(answer) || answer.Content.ReadAsStringAsync().GetAwaiter().GetResult().StartsWith("{\"items\":[],", StringComparison.Ordinal))));

    // Instruments are regulations: whoever may read anything of a diagnosis reads them.
    private static bool OfEverybody(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.AbsolutePath.TrimEnd('/').EndsWith("/instruments", StringComparison.Ordinal);

    private static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || IsProtocol(endpoint) || endpoint.Metadata.GetMetadata<WithoutSpaceAttribute>() is not null;

    private static bool IsOfOneKind(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ISpaceKindMetadata>() is HubOnlyAttribute or TenantOnlyAttribute;

    // The provider refuses what is no request of its protocol before it asks who is there; AuthorizeTests and SpaceTokensTests ask properly.
    private static bool IsProtocol(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<DgccAssess.Web.Features.Connect.ConnectEndpointAttribute>() is not null;

    private static bool NeedsARole(RouteEndpoint endpoint) =>
        !IsOpen(endpoint) && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not (null or Policies.SignedIn));

    private static string Address(RouteEndpoint endpoint) => Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Groups["name"].Value switch
    {
        "round" => "2021",
        "agency" => "kemenko-perekonomian",
        "indicator" => "I1",
        _ => Guid.Empty.ToString(),
    }).TrimStart('/');

    private static string Session(TestBrowser browser) =>
        string.Join("; ", browser.Cookies.GetAllCookies().Where(c => c.Name.StartsWith(SpaceCookies.Prefix, StringComparison.Ordinal)).Select(c => $"{c.Name}={c.Value}"));

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
