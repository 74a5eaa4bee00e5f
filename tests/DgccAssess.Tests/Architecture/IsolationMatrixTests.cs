using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace DgccAssess.Tests.Architecture;

/// <summary>
/// Every endpoint the running application knows (nothing listed by hand), asked by GET and POST:
/// nobody is sent to sign in, a session of another space finds nothing, somebody without the role is refused.
/// </summary>
public sealed class IsolationMatrixTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Endpoint_Anonymous_IsSentToSignIn(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.Empty(await UnexpectedAsync(spaces, client, cookie: null, e => !MatrixScene.IsOpen(e), answer => IsApi(answer)
            ? answer.StatusCode is HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.Count > 0
            : answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal)));
    }

    [Theory, Databases]
    public async Task Endpoint_WithASessionOfAnotherSpace_IsNotFound(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        using var browser = await spaces.Other.AsAsync(await spaces.Other.CreatePersonAsync(Roles.Organizer));
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.Empty(await UnexpectedAsync(spaces, client, MatrixScene.SessionOf(browser), e => !MatrixScene.IsOpen(e), answer => answer.StatusCode is HttpStatusCode.NotFound));
    }

    [Theory, Databases]
    public async Task Endpoint_OfTheOtherKindOfSpace_IsNotFoundWhoeverAsks(DatabaseProvider provider)
    {
        var spaces = await PrepareAsync(provider);
        using var organizer = await spaces.Tenant.AsAsync(await spaces.Tenant.CreatePersonAsync(Roles.Organizer));
        using var operating = await spaces.Hub.AsAsync(await spaces.Hub.CreatePersonAsync(Roles.Operator));
        using var client = spaces.Tenant.App.CreateDefaultClient();
        var swapped = new Spaces(Tenant: spaces.Hub, Other: spaces.Other, Hub: spaces.Tenant);

        foreach (var cookie in new[] { null, $"{MatrixScene.SessionOf(organizer)}; {MatrixScene.SessionOf(operating)}" })
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

        Assert.Empty(await UnexpectedAsync(spaces, client, $"{MatrixScene.SessionOf(browser)}; {MatrixScene.SessionOf(hub)}", NeedsARole, answer =>
            answer.StatusCode is HttpStatusCode.Forbidden || IsPostWithoutAToken(answer) || IsNothing(answer)));
    }

    [Fact]
    public async Task Endpoints_AreFoundAndTheMatrixCanFail()
    {
        var spaces = await PrepareAsync(DatabaseProvider.Sqlite);
        using var client = spaces.Tenant.App.CreateDefaultClient();

        Assert.True(MatrixScene.EndpointsOf(spaces.Tenant.App).Count(NeedsARole) > 15);
        Assert.NotEmpty(await UnexpectedAsync(spaces, client, cookie: null, e => !MatrixScene.IsOpen(e), answer => answer.StatusCode is HttpStatusCode.OK));
    }

    [Fact]
    public async Task Endpoint_SaysWhichKindOfSpaceItIsFoundIn()
    {
        var endpoints = MatrixScene.EndpointsOf((await PrepareAsync(DatabaseProvider.Sqlite)).Tenant.App).ToList();

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
        foreach (var endpoint in MatrixScene.EndpointsOf(spaces.Tenant.App).Where(which))
        {
            var space = endpoint.Metadata.GetMetadata<ISpaceKindMetadata>() is HubOnlyAttribute ? spaces.Hub : spaces.Tenant;
            foreach (var method in MatrixScene.MethodsOf(endpoint))
            {
                using var request = new HttpRequestMessage(method, $"{space.Path}/{MatrixScene.Address(endpoint)}");
                if (cookie is not null) request.Headers.Add("Cookie", cookie);
                using var answer = await client.SendAsync(request);
                if (!expected(answer)) unexpected.Add($"{method} {endpoint.RoutePattern.RawText}: {(int)answer.StatusCode}");
            }
        }

        return unexpected;
    }

    // Where a reader may pass the policy of the page, a post without antiforgery token ends before anybody asks whose assessment it is.
    private static bool IsPostWithoutAToken(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.BadRequest && answer.RequestMessage!.Method == HttpMethod.Post;

    private static bool IsApi(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("/api/v1/", StringComparison.Ordinal);

    // A list of what one may read has nothing in it for somebody without an agency, and nothing is there that could be read by itself.
    private static bool IsNothing(HttpResponseMessage answer) => IsApi(answer) && (answer.StatusCode is HttpStatusCode.NotFound
        || (answer.StatusCode is HttpStatusCode.OK && (OfEverybody(answer) || answer.Content.ReadAsStringAsync().GetAwaiter().GetResult().StartsWith("{\"items\":[],", StringComparison.Ordinal))));

    // Instruments are regulations: whoever may read anything of a diagnosis reads them.
    private static bool OfEverybody(HttpResponseMessage answer) => answer.RequestMessage!.RequestUri!.AbsolutePath.TrimEnd('/').EndsWith("/instruments", StringComparison.Ordinal);

    private static bool IsOfOneKind(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ISpaceKindMetadata>() is HubOnlyAttribute or TenantOnlyAttribute;

    private static bool NeedsARole(RouteEndpoint endpoint) =>
        !MatrixScene.IsOpen(endpoint) && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not (null or Policies.SignedIn));
}
