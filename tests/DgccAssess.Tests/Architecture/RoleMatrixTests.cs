using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Infrastructure.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace DgccAssess.Tests.Architecture;

/// <summary>
/// Every endpoint the application knows, asked by every role with the session of its own space, of another tenant, of the hub and of nobody, as a page and as a
/// part of one (htmx). Who may pass is written here, a second time and by hand: a policy this table does not know fails, and so does one that opened to a role more.
/// </summary>
public sealed class RoleMatrixTests(TestApps apps)
{
    private static readonly string[] OfTenants =
        [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Administrator, Roles.Reader, Roles.Auditor, Roles.Juror];

    private static readonly string[] OfTheHub = [Roles.Operator, Roles.Programme, Roles.Auditor];

    private static readonly Dictionary<string, string[]> MayPass = new()
    {
        [Policies.SignedIn] = [.. OfTenants, .. OfTheHub],
        [Policies.AnswerAssessments] = [Roles.Respondent, Roles.Coordinator],
        [Policies.ReadAssessments] = [Roles.Respondent, Roles.Coordinator, Roles.Organizer, Roles.Auditor],
        [Policies.CoordinateAssessments] = [Roles.Coordinator],
        [Policies.ReviewAssessments] = [Roles.Assessor],
        [Policies.OrganizeRounds] = [Roles.Organizer],
        [Policies.ReadResults] = [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Reader, Roles.Auditor],
        [Policies.ReadEvidence] = [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Auditor],
        [Policies.ReadAudit] = [Roles.Administrator, Roles.Auditor],
        [Policies.WatchJobs] = [Roles.Administrator],
        [Policies.ReadRounds] = [Roles.Organizer, Roles.Auditor],
        [Policies.ReadAwardRounds] = [Roles.Organizer, Roles.Auditor],
        [Policies.OrganizeAwards] = [Roles.Organizer],
        [Policies.ReadNominations] = [Roles.Coordinator, Roles.Organizer, Roles.Juror, Roles.Auditor],
        [Policies.JudgeAwards] = [Roles.Juror],
        [Policies.ReadAccounts] = [Roles.Administrator, Roles.Auditor],
        [Policies.ManageAccounts] = [Roles.Administrator],
        [Policies.ReadRoles] = [Roles.Administrator, Roles.Auditor],
        [Policies.ManageRoles] = [Roles.Administrator],
        [Policies.DelegateRights] = [Roles.Coordinator],
        [Policies.ManageClients] = [Roles.Administrator],
        [Policies.OperateTenants] = [Roles.Operator],
        [Policies.ReadCountries] = [Roles.Programme, Roles.Auditor],
        [Policies.ManageProgramme] = [Roles.Programme],
        [Policies.ReadSharing] = [Roles.Administrator, Roles.Organizer, Roles.Auditor],
        [Policies.DecideSharing] = [Roles.Administrator],
        [ApiAccess.ReadRounds] = [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Auditor],
        [ApiAccess.OrganizeRounds] = [Roles.Organizer],
        [ApiAccess.ReadAgencies] = [.. OfTenants.Where(r => r != Roles.Juror)],
        [ApiAccess.ReadInstruments] = [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Reader, Roles.Auditor],
        [ApiAccess.ReadResults] = [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Reader, Roles.Auditor],
        [ApiAccess.ReadAwards] = [Roles.Respondent, Roles.Coordinator, Roles.Assessor, Roles.Organizer, Roles.Reader, Roles.Auditor],
        [ApiAccess.PublishShared] = [],
        [ApiAccess.ReadAudit] = [Roles.Administrator, Roles.Auditor],
    };

    [Fact]
    public async Task Policies_OfAllEndpoints_AreInTheTable()
    {
        var scene = await MatrixScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));

        Assert.Empty(scene.Closed.SelectMany(PoliciesOf).Distinct(StringComparer.Ordinal).Except(MayPass.Keys, StringComparer.Ordinal));
        Assert.Empty(scene.Closed.Where(e => !PoliciesOf(e).Any()).Select(e => e.RoutePattern.RawText));
    }

    [Fact]
    public async Task Endpoint_AskedByEveryRoleOfEverySpace_AnswersAsTheTableSays()
    {
        var scene = await MatrixScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        var (tried, passed, leaks) = (0, 0, new List<string>());

        foreach (var role in OfTenants)
        {
            await AskAsync(scene.Tenant, role, scene.OfTenant, (e, status) => PoliciesOf(e).All(p => MayPass[p].Contains(role)) ? !IsChallenge(status) : IsRefused(status));
            await AskAsync(scene.Other, role, scene.OfTenant, (_, status) => status is HttpStatusCode.NotFound);
            await AskAsync(scene.Other, role, scene.OfHub, (_, status) => status is HttpStatusCode.NotFound);
        }

        foreach (var role in OfTheHub)
        {
            await AskAsync(scene.Hub, role, scene.OfTenant, (_, status) => status is HttpStatusCode.NotFound);
            await AskAsync(scene.Hub, role, scene.OfHub, (e, status) => PoliciesOf(e).All(p => MayPass[p].Contains(role)) ? !IsChallenge(status) : IsRefused(status));
        }

        await AskAsync(null, "nobody", [.. scene.OfTenant, .. scene.OfHub], (_, status) => IsChallenge(status));

        Figures.Write("isolation", $"isolation: {scene.Closed.Count} endpoints, {OfTenants.Length + OfTheHub.Length} roles and nobody, own space, another tenant and the hub, as page and as part: {tried} requests, {leaks.Count} leaks");
        Assert.Empty(leaks);
        // Nobody gets in anywhere would be an answer too.
        Assert.True(passed > 50, $"Only {passed} requests were answered.");

        async Task AskAsync(TestSpace? home, string role, IReadOnlyList<MatrixAddress> addresses, Func<RouteEndpoint, HttpStatusCode, bool> expected)
        {
            var cookie = home is null ? null : await scene.SessionAsync(home, role);
            foreach (var (endpoint, address) in addresses)
            {
                foreach (var method in MatrixScene.MethodsOf(endpoint))
                {
                    foreach (var isPart in new[] { false, true })
                    {
                        tried++;
                        var status = await scene.AskAsync(method, address, cookie, isPart);
                        if (status is HttpStatusCode.OK) passed++;
                        if (!expected(endpoint, status)) leaks.Add($"{role} of {home?.Space.Id ?? "no space"}: {method} {address}{(isPart ? " (part)" : "")}: {(int)status}");
                    }
                }
            }
        }
    }

    private static IEnumerable<string> PoliciesOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>();

    // A page sends to the sign-in, a part and the API say 401. A redirect elsewhere is the page's own answer.
    private static bool IsChallenge(HttpStatusCode status) => status is HttpStatusCode.Unauthorized or MatrixScene.ToSignIn;

    private static bool IsRefused(HttpStatusCode status) => status is HttpStatusCode.Forbidden;
}
