using System.Net;
using System.Text.RegularExpressions;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Api;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Accounts;

public sealed partial class AuditorTests(TestApps apps)
{
    /// <summary>Posts that concern nobody but the auditor: their own sign-in, programs that act for them, and a copy of what they may read.</summary>
    private static readonly string[] Own = ["security", "sign-out", "sign-in", "language", "audit/export", "connect/authorize"];

    [Theory, Databases]
    public async Task Auditor_ReadsEverything(DatabaseProvider provider)
    {
        var (space, diagnosis, browser) = await PrepareAsync(provider);
        using var auditor = browser;

        string[] pages =
        [
            "/home", "/rounds", "/rounds/2021", "/audit", "/accounts", $"/accounts/{diagnosis.Respondent.Id}", "/roles",
            diagnosis.Path, $"{diagnosis.Path}/I1", $"{diagnosis.Path}/I1/comments", $"{diagnosis.Path}/verdicts",
        ];
        foreach (var page in pages) Assert.Equal((page, HttpStatusCode.OK), (page, (await auditor.GetAsync(page)).Status));
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Auditor));
        foreach (var resource in new[] { "/rounds/2021", "/agencies/kemenko-perekonomian" }) Assert.Equal((resource, HttpStatusCode.OK), (resource, (await api.GetAsync(resource)).Status));
        Assert.Null((await auditor.GetAsync($"/accounts/{diagnosis.Respondent.Id}")).Document.QuerySelector("main form, main a.btn"));
        Assert.Null((await auditor.GetAsync("/rounds")).Document.QuerySelector("a.btn-primary"));
    }

    [Theory, Databases]
    public async Task Auditor_OpensTheProvisionalResult_WithoutAWayToPublishIt(DatabaseProvider provider)
    {
        var (space, diagnosis, browser) = await PrepareAsync(provider);
        using var auditor = browser;
        using var respondent = await space.AsAsync(diagnosis.Respondent);
        var levels = diagnosis.AllAt(3);
        await diagnosis.AnswerAsync(levels);
        await diagnosis.SignOffAsync();
        await diagnosis.ReviewAsync(levels);
        await diagnosis.CompleteReviewAsync();
        await diagnosis.ConsolidateAsync(levels);

        var page = await auditor.GetAsync($"{diagnosis.Path}/preview");
        Assert.Equal("Preview the result", page.Heading);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/publish'], main form"));
        Assert.NotNull((await auditor.GetAsync("/rounds/2021")).Document.QuerySelector("main a[href$='/preview']"));
        foreach (var part in new[] { "trace?of=final", "radar.svg?of=final", "report.pdf?of=final&language=en", "report.docx?of=final&language=en" })
        {
            Assert.Equal((part, HttpStatusCode.OK), (part, (await auditor.GetAsync($"{diagnosis.Path}/result/{part}")).Status));
            Assert.Equal((part, HttpStatusCode.Forbidden), (part, (await respondent.GetAsync($"{diagnosis.Path}/result/{part}")).Status));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync($"{diagnosis.Path}/publish")).Status);
    }

    [Theory, Databases]
    public async Task Auditor_WritesNothing_WhateverEndpointIsPosted(DatabaseProvider provider)
    {
        var (space, diagnosis, browser) = await PrepareAsync(provider);
        using var auditor = browser;
        var token = (await auditor.GetAsync("/security")).Value("__RequestVerificationToken")!;
        var before = await space.ReadAsync(db => db.AuditEvents.CountAsync());
        List<string> unexpected = [];
        var tried = 0;

        foreach (var endpoint in Endpoints(space))
        {
            foreach (var handler in await HandlersAsync(space, endpoint))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{space.Path}/{Address(endpoint, diagnosis)}{handler}")
                {
                    Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Input.Version", "1"), KeyValuePair.Create("version", "1")]),
                };
                var answer = await auditor.SendOnceAsync(request);
                tried++;
                if (answer.Status is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)) unexpected.Add($"{endpoint.RoutePattern.RawText}{handler}: {(int)answer.Status}");
            }
        }

        Assert.Empty(unexpected);
        Assert.True(tried > 20, $"{tried} posts were tried");
        Assert.Equal(before, await space.ReadAsync(db => db.AuditEvents.CountAsync()));
    }

    private async Task<(TestSpace Space, TestDiagnosis Diagnosis, TestBrowser Auditor)> PrepareAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        return (space, diagnosis, await space.AsAsync(await space.CreatePersonAsync(Roles.Auditor)));
    }

    private static IEnumerable<RouteEndpoint> Endpoints(TestSpace space) =>
        from endpoint in space.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<ISpaceKindMetadata>()?.IsFoundIn(space.Space) == true
            && endpoint.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is null
            && !Own.Any(own => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith(own, StringComparison.Ordinal))
        select endpoint;

    /// <summary>What a page takes by POST: its nameless handler and those with names.</summary>
    private static async Task<IEnumerable<string>> HandlersAsync(TestSpace space, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: var methods } && !methods.Contains("POST") ? [] : [""];
        }

        var compiled = await space.App.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Where(h => string.Equals(h.HttpMethod, "POST", StringComparison.OrdinalIgnoreCase)).Select(h => h.Name is null ? "" : $"?handler={h.Name}");
    }

    private static string Address(RouteEndpoint endpoint, TestDiagnosis diagnosis) => Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Groups["name"].Value switch
    {
        "round" => "2021",
        "agency" => "kemenko-perekonomian",
        "indicator" => "I1",
        "role" => Roles.Reader,
        "id" => diagnosis.Respondent.Id.ToString(),
        _ => Guid.Empty.ToString(),
    }).TrimStart('/');

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
