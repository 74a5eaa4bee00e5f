using System.Security.Claims;
using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>What endpoints of the API ask for: a scope where a program calls, and any of these permissions in either case.</summary>
public static class ApiAccess
{
    public const string ReadRounds = "Api.ReadRounds";
    public const string OrganizeRounds = "Api.OrganizeRounds";
    public const string ReadAgencies = "Api.ReadAgencies";
    public const string ReadInstruments = "Api.ReadInstruments";
    public const string ReadResults = "Api.ReadResults";
    public const string ReadAwards = "Api.ReadAwards";
    public const string ReadAudit = "Api.ReadAudit";
    public const string PublishShared = "Api.PublishShared";

    private static readonly Dictionary<string, (string Scope, string[] AnyOf)> Policies = new()
    {
        [ReadRounds] = (ApiScopes.Rounds, [Permissions.AssessmentsRead, Permissions.AssessmentsReview, Permissions.RoundsOrganize, Permissions.RecordsRead]),
        [OrganizeRounds] = (ApiScopes.RoundsWrite, [Permissions.RoundsOrganize]),
        [ReadAgencies] = (ApiScopes.Agencies,
            [Permissions.AssessmentsRead, Permissions.AssessmentsReview, Permissions.RoundsOrganize, Permissions.ResultsRead, Permissions.AccountsAdminister, Permissions.RecordsRead]),
        [ReadInstruments] = (ApiScopes.Instruments,
            [Permissions.AssessmentsRead, Permissions.AssessmentsReview, Permissions.RoundsOrganize, Permissions.ResultsRead, Permissions.RecordsRead]),
        [ReadResults] = (ApiScopes.Results, [Permissions.ResultsRead, Permissions.RoundsOrganize, Permissions.AssessmentsReview, Permissions.RecordsRead]),
        [ReadAwards] = (ApiScopes.Awards,
            [Permissions.AssessmentsRead, Permissions.AssessmentsReview, Permissions.RoundsOrganize, Permissions.ResultsRead, Permissions.RecordsRead]),
        [ReadAudit] = (ApiScopes.Audit, [Permissions.AuditRead]),
        [PublishShared] = (ApiScopes.Sharing, [Permissions.SharingPublish]),
    };

    /// <summary>Scopes that open something, with what.</summary>
    public static IReadOnlyList<(string Scope, string Opens)> Scopes { get; } =
    [
        (ApiScopes.Rounds, "Reading rounds and who takes part in them"),
        (ApiScopes.RoundsWrite, "Opening rounds, moving their deadlines and taking agencies in"),
        (ApiScopes.Agencies, "Agencies"),
        (ApiScopes.Instruments, "Instruments"),
        (ApiScopes.Results, "Published results"),
        (ApiScopes.Awards, "The rules of award rounds"),
        (ApiScopes.Audit, "The audit trail"),
        (ApiScopes.Sharing, "Publishing what a partner shares, and reading who looked; in the hub"),
    ];

    /// <summary>Null for what is open to every caller that is known.</summary>
    public static string? ScopeOf(string policy) => Policies.TryGetValue(policy, out var access) ? access.Scope : null;

    public static void AddTo(AuthorizationBuilder authorization)
    {
        foreach (var (name, (scope, anyOf)) in Policies)
        {
            authorization.AddPolicy(name, p => p.RequireAuthenticatedUser().RequireClaim(SpaceClaims.Permission, anyOf).RequireAssertion(c => HasScope(c.User, scope)));
        }
    }

    /// <summary>A person at a screen has every scope; a program those of its token.</summary>
    private static bool HasScope(ClaimsPrincipal caller, string scope) => IsPerson(caller) || caller.HasClaim(SpaceClaims.Scope, scope);

    /// <summary>Came with the cookie of a session.</summary>
    public static bool IsPerson(ClaimsPrincipal caller) => caller.HasClaim(c => c.Type == SpaceClaims.Session);
}
