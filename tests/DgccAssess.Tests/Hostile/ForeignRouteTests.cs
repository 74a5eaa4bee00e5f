using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Architecture;
using DgccAssess.Tests.Features.Evidence;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Hostile;

/// <summary>
/// Every value in every address that names something of a space, with what is somebody else's in its place: of another tenant, of another agency, of an assessment
/// that is not the assessor's. Found in the running application; a new parameter without a line here fails.
/// </summary>
public sealed partial class ForeignRouteTests(TestApps apps)
{
    // Names nothing that belongs to anybody: words of the program, numbers of papers (open to whoever holds one), indicators of a regulation, a hash of what is public, things of the hub, which is one.
    private static readonly string[] OfNobody =
        ["question", "table", "status", "number", "documentName", "indicator", "text", "sha256", "act", "chart", "format", "security/passkeys/{id}#id", "tenants/{id}#id", "tenants/{id}/{act}#id", "tenants/{id}/exports/{export:guid}#id", "tenants/{id}/exports/{export:guid}#export", "award-rounds/{awardRound}/kit/{file}#file", "paper-templates/{kind}#kind", "partner",
            "countries/{partner}/rounds/{round}#round", "countries/{partner}/rounds/{round}/figures.{format}#round", "egdi/{country}#country", "egdi/{country}/what-if#country", "egdi/tables/{edition}.{format}#edition",
            // The register of cooperation is the hub's.
            "center", "project", "part", "item"];

    // Everybody of a tenant may know its agencies; what they answered is what is closed.
    private const string Directory = "api/v1/agencies/{agency}";

    [Fact]
    public async Task Parameters_OfAllEndpoints_HaveAForeignValueOrNameNothing()
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        Assert.Empty(Endpoints(scene).SelectMany(e => e.RoutePattern.Parameters, (e, p) => (e, p.Name)).Where(x => !IsOfNobody(x.e, x.Name) && ValueOf(scene, x.e, x.Name) is null).Select(x => $"{Key(x.e)}#{x.Name}"));
        Assert.Empty(OfNobody.Except(Endpoints(scene).SelectMany(e => e.RoutePattern.Parameters, (e, p) => new[] { p.Name, $"{Key(e)}#{p.Name}" }).SelectMany(n => n)));
    }

    [Fact]
    public async Task Address_WithSomethingOfAnotherTenant_IsNotFoundByAnybody()
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var addresses = (
            from endpoint in Endpoints(scene).Where(IsClosed)
            from parameter in endpoint.RoutePattern.Parameters
            where !IsOfNobody(endpoint, parameter.Name)
            select (endpoint, Address(scene, endpoint, (parameter.Name, ValueOf(scene, endpoint, parameter.Name)!.Value.Foreign)))).ToList();

        Assert.True(addresses.Count > 50);
        await ExpectNothingAsync(scene, addresses, scene.Members, "another tenant");
    }

    [Fact]
    public async Task Address_OfAnotherAgency_IsClosedToAnAgencysPeople()
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var addresses = Endpoints(scene).Where(e => e.RoutePattern.GetParameter("agency") is not null && Key(e) != Directory)
            .Select(e => (e, Address(scene, e, ("agency", ForeignScene.Theirs), ("evidenceId", $"{scene.NeighbourEvidence}"), ("action", $"{scene.NeighbourAction}")))).ToList();

        await ExpectNothingAsync(scene, addresses, [scene.As(Roles.Respondent), scene.As(Roles.Coordinator)], "another agency");
    }

    [Fact]
    public async Task Address_OfAnAssessmentNotAssigned_IsClosedToAnAssessor()
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var addresses = Endpoints(scene).Where(e => e.RoutePattern.GetParameter("agency") is not null && Key(e) != Directory)
            .Select(e => (e, Address(scene, e, ("agency", ForeignScene.Theirs), ("evidenceId", $"{scene.NeighbourEvidence}"), ("action", $"{scene.NeighbourAction}")))).ToList();

        await ExpectNothingAsync(scene, addresses, [scene.As(Roles.Assessor)], "not assigned");
    }

    [Fact]
    public async Task Evidence_OfAnotherAgency_UnderOnesOwnAddress_IsFoundByNobody()
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var addresses = Endpoints(scene).Where(e => e.RoutePattern.GetParameter("evidenceId") is not null || e.RoutePattern.GetParameter("action") is not null)
            .Select(e => (e, Address(scene, e, ("evidenceId", $"{scene.NeighbourEvidence}"), ("action", $"{scene.NeighbourAction}")))).ToList();

        await ExpectNothingAsync(scene, addresses, scene.Members, "evidence or action of another agency");
    }

    [Fact]
    public async Task Address_WithOnesOwn_IsFoundBySomebody()
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        List<string> closed = [];
        foreach (var endpoint in Endpoints(scene).Where(IsClosed).Where(e => e.RoutePattern.Parameters.Any(p => !IsOfNobody(e, p.Name)) && MatrixScene.MethodsOf(e).Contains(HttpMethod.Get)))
        {
            List<HttpStatusCode> answers = [];
            foreach (var member in scene.Members)
            {
                using var answer = await scene.SendAsync(member, HttpMethod.Get, Address(scene, endpoint));
                answers.Add(answer.StatusCode);
            }

            // What comes with sign-off, publication or reveal is not there yet: a plain not found to whoever may see it.
            if (!answers.Any(a => a is HttpStatusCode.OK or HttpStatusCode.Redirect) && !Key(endpoint).Contains("result", StringComparison.Ordinal) && !Key(endpoint).EndsWith(".svg", StringComparison.Ordinal) && !Key(endpoint).EndsWith(".pdf", StringComparison.Ordinal)) closed.Add($"{Address(scene, endpoint)}: {string.Join(' ', answers)}");
        }

        Assert.Empty(closed);
    }

    private static async Task ExpectNothingAsync(ForeignScene scene, IReadOnlyList<(RouteEndpoint Endpoint, string Address)> addresses, IReadOnlyList<ForeignScene.Member> members, string what)
    {
        var before = await scene.RowsAsync();
        var (tried, leaks) = (0, new List<string>());
        foreach (var (endpoint, address) in addresses)
        {
            foreach (var (method, handler) in await MethodsAsync(scene, endpoint))
            {
                foreach (var member in members)
                {
                    tried++;
                    var target = handler.Length == 0 ? address : $"{address}?handler={handler}";
                    using var answer = await scene.SendAsync(member, method, target, method == HttpMethod.Get ? null : Content(endpoint));
                    if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)) leaks.Add($"{member.Role}: {method} {target}: {(int)answer.StatusCode}");
                }
            }
        }

        Figures.Write("isolation", $"foreign ids, {what}: {addresses.Count} addresses, {members.Count} roles: {tried} requests, {leaks.Count} answered");
        Assert.True(leaks.Count == 0, string.Join(Environment.NewLine, leaks));
        Assert.Equal(before, await scene.RowsAsync());
    }

    private static async Task<IEnumerable<(HttpMethod Method, string Handler)>> MethodsAsync(ForeignScene scene, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return MatrixScene.MethodsOf(endpoint).Select(m => (m, ""));
        var compiled = await scene.Space.App.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Select(h => (HttpMethod.Parse(h.HttpMethod), h.Name ?? "")).Append((HttpMethod.Get, "")).Distinct();
    }

    private static HttpContent Content(RouteEndpoint endpoint)
    {
        if (Key(endpoint).StartsWith("api/", StringComparison.Ordinal)) return new StringContent("{\"answersDueAt\":\"2031-01-01T00:00:00Z\"}", Encoding.UTF8, "application/json");
        // Multipart, with what handlers ask for first: whoever is refused is refused for whose it is.
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("Id", Guid.CreateVersion7().ToString()), ("version", "1"), ("Input.Version", "1"), ("Input.Reason", "A reason."), ("Input.Title", "Title"), ("Input.Url", "https://example.org/a"), ("Input.Id", Guid.CreateVersion7().ToString()) }) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(SampleFiles.Pdf), "File", "a.pdf");
        return form;
    }

    private static IEnumerable<RouteEndpoint> Endpoints(ForeignScene scene) => MatrixScene.EndpointsOf(scene.Space.App);

    private static bool IsClosed(RouteEndpoint endpoint) => !MatrixScene.IsOpen(endpoint) && endpoint.Metadata.GetMetadata<ISpaceKindMetadata>() is not HubOnlyAttribute;

    private static string Key(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/');

    private static bool IsOfNobody(RouteEndpoint endpoint, string parameter) =>
        OfNobody.Contains(parameter) || OfNobody.Contains($"{Key(endpoint)}#{parameter}") || endpoint.RoutePattern.GetParameter(parameter)!.IsCatchAll;

    /// <summary>What the parameter can name here, and what is another tenant's.</summary>
    private static (string Own, string Foreign)? ValueOf(ForeignScene scene, RouteEndpoint endpoint, string parameter) => (parameter, Key(endpoint).Split('/')[0]) switch
    {
        ("round", _) => (ForeignScene.Round, ForeignScene.ForeignRound),
        ("agency", _) => (ForeignScene.Mine, ForeignScene.ForeignAgency),
        ("awardRound", _) => (ForeignScene.AwardRound, ForeignScene.ForeignAwardRound),
        ("category", _) => ("ministries", "far-category"),
        ("panel", _) => ($"{scene.Panel}", $"{scene.FarPanel}"),
        ("proof", _) => ($"{scene.Proof}", $"{Guid.CreateVersion7()}"),
        ("evidenceId", _) => ($"{scene.Evidence}", $"{scene.FarEvidence}"),
        ("action", _) => ($"{scene.Action}", $"{scene.FarAction}"),
        ("check", _) => ($"{scene.DataCheck}", $"{scene.FarDataCheck}"),
        ("batch", _) => ($"{scene.Batch}", $"{scene.FarBatch}"),
        ("role", _) => ("near-keeper", ForeignScene.ForeignRole),
        ("award", _) => ("digital-government-2024", "digital-government-2026"),
        ("hash", _) => (scene.InstrumentHash, scene.FarInstrumentHash),
        ("instrument", _) => ("spbe-2020", "pemdi-2026"),
        ("id", "accounts") => ($"{scene.Own.Colleague.Id}", $"{scene.Far.Respondent.Id}"),
        ("id", "clients") => ($"{scene.Client.Id}", $"{scene.FarClient.Id}"),
        _ => null,
    };

    private static string Address(ForeignScene scene, RouteEndpoint endpoint, params (string Name, string Value)[] changed) =>
        $"{scene.Space.Path}/" + Parameter().Replace(Key(endpoint), match => match.Groups["name"].Value is var name && changed.FirstOrDefault(c => c.Name == name).Value is { } value
            ? value
            : ValueOf(scene, endpoint, match.Groups["name"].Value)?.Own ?? match.Groups["name"].Value switch { "indicator" => "I1", "question" => ForeignScene.Question, "table" => "results", _ => "x" });

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
