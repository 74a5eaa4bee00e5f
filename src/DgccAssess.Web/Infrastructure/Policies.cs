using DgccAssess.Core.Security;
using Microsoft.AspNetCore.Authorization;

namespace DgccAssess.Web.Infrastructure;

/// <summary>What pages ask for. Each policy is met by any of its permissions; whose assessment it is, the page filter decides.</summary>
public static class Policies
{
    public const string AnswerAssessments = nameof(AnswerAssessments);
    public const string ReadAssessments = nameof(ReadAssessments);
    public const string CoordinateAssessments = nameof(CoordinateAssessments);
    public const string ReviewAssessments = nameof(ReviewAssessments);
    public const string OrganizeRounds = nameof(OrganizeRounds);
    public const string ReadResults = nameof(ReadResults);
    public const string ReadEvidence = nameof(ReadEvidence);
    public const string ReadAudit = nameof(ReadAudit);
    public const string OperateTenants = nameof(OperateTenants);
    public const string ManageClients = nameof(ManageClients);
    public const string WatchJobs = nameof(WatchJobs);
    public const string ReadRounds = nameof(ReadRounds);
    public const string ReadAccounts = nameof(ReadAccounts);
    public const string ManageAccounts = nameof(ManageAccounts);
    public const string ReadRoles = nameof(ReadRoles);
    public const string ManageRoles = nameof(ManageRoles);
    public const string DelegateRights = nameof(DelegateRights);

    public const string ReadAwardRounds = nameof(ReadAwardRounds);
    public const string OrganizeAwards = nameof(OrganizeAwards);
    public const string ReadNominations = nameof(ReadNominations);
    public const string JudgeAwards = nameof(JudgeAwards);

    public const string ReadCountries = nameof(ReadCountries);
    public const string ManageProgramme = nameof(ManageProgramme);
    public const string ReadSharing = nameof(ReadSharing);
    public const string DecideSharing = nameof(DecideSharing);

    /// <summary>Any signed-in person of the space.</summary>
    public const string SignedIn = nameof(SignedIn);

    private static readonly Dictionary<string, string[]> AnyOf = new()
    {
        [AnswerAssessments] = [Permissions.AssessmentsAnswer],
        [ReadAssessments] = [Permissions.AssessmentsRead, Permissions.RoundsOrganize, Permissions.RecordsRead],
        [CoordinateAssessments] = [Permissions.AssessmentsCoordinate],
        [ReviewAssessments] = [Permissions.AssessmentsReview],
        [OrganizeRounds] = [Permissions.RoundsOrganize],
        [ReadResults] = [Permissions.ResultsRead, Permissions.RoundsOrganize, Permissions.AssessmentsReview, Permissions.RecordsRead],
        [ReadEvidence] = [Permissions.AssessmentsRead, Permissions.AssessmentsReview, Permissions.RoundsOrganize, Permissions.RecordsRead],
        [ReadAudit] = [Permissions.AuditRead],
        [OperateTenants] = [Permissions.TenantsOperate],
        [ManageClients] = [Permissions.ClientsManage],
        [WatchJobs] = [Permissions.JobsWatch],
        [ReadRounds] = [Permissions.RoundsOrganize, Permissions.RecordsRead],
        [ReadAccounts] = [Permissions.AccountsAdminister, Permissions.RecordsRead],
        [ManageAccounts] = [Permissions.AccountsAdminister],
        [ReadRoles] = [Permissions.RolesManage, Permissions.RecordsRead],
        [ManageRoles] = [Permissions.RolesManage],
        [ReadAwardRounds] = [Permissions.AwardsOrganize, Permissions.RecordsRead],
        [OrganizeAwards] = [Permissions.AwardsOrganize],
        [ReadNominations] = [Permissions.AssessmentsCoordinate, Permissions.AwardsOrganize, Permissions.AwardsJudge, Permissions.RecordsRead],
        [JudgeAwards] = [Permissions.AwardsJudge],
        [ReadCountries] = [Permissions.CountriesRead, Permissions.RecordsRead],
        [ManageProgramme] = [Permissions.ProgrammeManage],
        [ReadSharing] = [Permissions.SharingDecide, Permissions.RoundsOrganize, Permissions.RecordsRead],
        [DecideSharing] = [Permissions.SharingDecide],
        [DelegateRights] = [Permissions.AccountsDelegate],
    };

    public static IServiceCollection AddPermissions(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(SignedIn, p => p.RequireAuthenticatedUser());
        foreach (var (name, permissions) in AnyOf)
        {
            authorization.AddPolicy(name, p => p.RequireAuthenticatedUser().RequireClaim(SpaceClaims.Permission, permissions));
        }

        Api.ApiAccess.AddTo(authorization);
        return services;
    }
}
