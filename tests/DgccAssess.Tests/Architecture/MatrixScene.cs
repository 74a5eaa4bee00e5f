using System.Net;
using System.Text.RegularExpressions;
using DgccAssess.TestCommon;
using DgccAssess.Web.Features.Connect;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Architecture;

/// <summary>An endpoint and where it is asked.</summary>
internal sealed record MatrixAddress(RouteEndpoint Endpoint, string Address);

/// <summary>Two tenants and the hub, with the application's endpoints as addresses in the space they belong to.</summary>
internal sealed partial class MatrixScene
{
    /// <summary>Stands for a redirect to the sign-in; no server sends it.</summary>
    public const HttpStatusCode ToSignIn = (HttpStatusCode)999;

    private readonly HttpClient client;
    private readonly Dictionary<(string Space, string Role), string> sessions = [];

    private MatrixScene(TestApp app, TestSpace tenant, TestSpace other, TestSpace hub)
    {
        (Tenant, Other, Hub) = (tenant, other, hub);
        client = app.CreateDefaultClient();
        Closed = [.. EndpointsOf(app).Where(e => !IsOpen(e))];
        OfTenant = [.. Closed.Where(e => e.Metadata.GetMetadata<ISpaceKindMetadata>() is not HubOnlyAttribute).Select(e => new MatrixAddress(e, $"{tenant.Path}/{Address(e)}"))];
        OfHub = [.. Closed.Where(e => e.Metadata.GetMetadata<ISpaceKindMetadata>() is not TenantOnlyAttribute).Select(e => new MatrixAddress(e, $"{hub.Path}/{Address(e)}"))];
    }

    public TestSpace Tenant { get; }
    public TestSpace Other { get; }
    public TestSpace Hub { get; }
    public IReadOnlyList<RouteEndpoint> Closed { get; }
    public IReadOnlyList<MatrixAddress> OfTenant { get; }
    public IReadOnlyList<MatrixAddress> OfHub { get; }

    public static async Task<MatrixScene> OpenAsync(TestApp app)
    {
        var scene = new MatrixScene(app, await app.CreateSpaceAsync(), await app.CreateSpaceAsync(), await app.HubAsync());
        await scene.Tenant.OpenRoundAsync("2021");
        return scene;
    }

    /// <summary>Cookies of somebody of this role and of no agency.</summary>
    public async Task<string> SessionAsync(TestSpace space, string role)
    {
        if (sessions.TryGetValue((space.Space.Id, role), out var known)) return known;
        using var browser = await space.AsAsync(await space.CreatePersonAsync(role));
        return sessions[(space.Space.Id, role)] = SessionOf(browser);
    }

    public async Task<HttpStatusCode> AskAsync(HttpMethod method, string address, string? cookie, bool isPart)
    {
        using var request = new HttpRequestMessage(method, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (isPart) request.Headers.Add("HX-Request", "true");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.Headers.Location?.ToString().Contains("/sign-in?", StringComparison.Ordinal) == true ? ToSignIn : answer.StatusCode;
    }

    public static IEnumerable<RouteEndpoint> EndpointsOf(TestApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static string SessionOf(TestBrowser browser) =>
        string.Join("; ", browser.Cookies.GetAllCookies().Where(c => c.Name.StartsWith(SpaceCookies.Prefix, StringComparison.Ordinal)).Select(c => $"{c.Name}={c.Value}"));

    // Pages take both, whatever they do with them; an endpoint of the API takes what it says.
    public static IEnumerable<HttpMethod> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)
            ? endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(m => HttpMethod.Parse(m))
            : [HttpMethod.Get, HttpMethod.Post];

    // The provider of tokens refuses what is no request of its protocol before it asks who is there; its own tests ask properly.
    public static bool IsOpen(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<ConnectEndpointAttribute>() is not null || endpoint.Metadata.GetMetadata<WithoutSpaceAttribute>() is not null;

    /// <summary>The endpoint's path in a space, with what is there in place of its parameters where the scene has it.</summary>
    public static string Address(RouteEndpoint endpoint) => Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Groups["name"].Value switch
    {
        "round" => "2021",
        "agency" => "kemenko-perekonomian",
        "indicator" => "I1",
        _ => Guid.Empty.ToString(),
    }).TrimStart('/');

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
