using System.Collections.Frozen;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Security;

/// <summary>The roles every space starts with; an administrator may change what they hold.</summary>
public static class Roles
{
    public const string Respondent = "respondent";
    public const string Coordinator = "coordinator";
    public const string Assessor = "assessor";
    public const string Organizer = "organizer";
    public const string Administrator = "administrator";
    public const string Reader = "reader";

    /// <summary>Scores nominations of award rounds.</summary>
    public const string Juror = "juror";

    /// <summary>Reads everything, writes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Of the hub alone: runs the platform, and reads no tenant's data.</summary>
    public const string Operator = "operator";

    /// <summary>Of the hub alone: Korean programme staff, who compare countries on what each agreed to share.</summary>
    public const string Programme = "programme";

    public static FrozenDictionary<string, string[]> Defaults { get; } = new Dictionary<string, string[]>
    {
        [Respondent] = [Permissions.AssessmentsRead, Permissions.AssessmentsAnswer, Permissions.ResultsRead],
        [Coordinator] = [Permissions.AssessmentsRead, Permissions.AssessmentsAnswer, Permissions.AssessmentsCoordinate, Permissions.ResultsRead, Permissions.AccountsDelegate],
        [Assessor] = [Permissions.AssessmentsReview],
        [Organizer] = [Permissions.RoundsOrganize, Permissions.AwardsOrganize],
        [Administrator] = [Permissions.AccountsAdminister, Permissions.RolesManage, Permissions.AuditRead, Permissions.JobsWatch, Permissions.ClientsManage, Permissions.SharingDecide],
        [Reader] = [Permissions.ResultsRead],
        [Juror] = [Permissions.AwardsJudge],
        [Auditor] = [Permissions.RecordsRead, Permissions.AuditRead],
        [Operator] = [Permissions.TenantsOperate],
        [Programme] = [Permissions.CountriesRead, Permissions.ProgrammeManage],
    }.ToFrozenDictionary();

    /// <summary>The platform's operators and the programme's staff are people of the hub.</summary>
    public static bool ExistsIn(SpaceKind kind, string role) => Defaults.ContainsKey(role) && (role is not (Operator or Programme) || kind is SpaceKind.Hub);
}
