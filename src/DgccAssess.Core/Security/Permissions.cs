using System.Collections.Frozen;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Security;

/// <summary>What code asks for. Roles are sets of these, kept as data in each space.</summary>
public static class Permissions
{
    /// <summary>See the assessment of one's own agency.</summary>
    public const string AssessmentsRead = "assessments.read";

    /// <summary>Answer indicators of one's own agency.</summary>
    public const string AssessmentsAnswer = "assessments.answer";

    /// <summary>Assign, return, sign off and recall for one's own agency.</summary>
    public const string AssessmentsCoordinate = "assessments.coordinate";

    /// <summary>Review the assessments one is assigned to.</summary>
    public const string AssessmentsReview = "assessments.review";

    /// <summary>Run rounds: agencies, assessors, consolidation, publication, correction. Sees every assessment of the space.</summary>
    public const string RoundsOrganize = "rounds.organize";

    /// <summary>Read the published result of one's own agency.</summary>
    public const string ResultsRead = "results.read";

    /// <summary>Run award rounds: rules, jury, decision, seal, reveal, objections.</summary>
    public const string AwardsOrganize = "awards.organize";

    /// <summary>Score nominations as a juror of an award round one is chosen for.</summary>
    public const string AwardsJudge = "awards.judge";

    /// <summary>Invite people, decide on their roles, deactivate them.</summary>
    public const string AccountsAdminister = "accounts.administer";

    /// <summary>Lend one's own rights in the agency to a colleague for some days.</summary>
    public const string AccountsDelegate = "accounts.delegate";

    /// <summary>Decide what roles hold.</summary>
    public const string RolesManage = "roles.manage";

    /// <summary>Read everything of the space; nothing can be written by it.</summary>
    public const string RecordsRead = "records.read";

    public const string AuditRead = "audit.read";

    /// <summary>Register programs that use the API, give them secrets, revoke them.</summary>
    public const string ClientsManage = "clients.manage";

    /// <summary>Create, suspend, export and delete tenants; in the hub only. Opens no tenant's data.</summary>
    public const string TenantsOperate = "tenants.operate";

    /// <summary>See what partner governments share, UN EGDI and the register of cooperation; in the hub only.</summary>
    public const string CountriesRead = "countries.read";

    /// <summary>Keep the register of cooperation, the calendar of rounds and the data of UN EGDI; in the hub only.</summary>
    public const string ProgrammeManage = "programme.manage";

    /// <summary>Decide what Korea sees of this government: agreements, the mapping to the shared core, revocation; in tenants only.</summary>
    public const string SharingDecide = "sharing.decide";

    /// <summary>Publish to the hub as a partner's own installation. No role holds it: only programs get it, by their scope.</summary>
    public const string SharingPublish = "sharing.publish";

    /// <summary>See background work, and ask for another try of what was given up.</summary>
    public const string JobsWatch = "jobs.watch";

    public static FrozenSet<string> All { get; } = new[]
    {
        AssessmentsRead, AssessmentsAnswer, AssessmentsCoordinate, AssessmentsReview, RoundsOrganize, ResultsRead, AccountsAdminister, AuditRead,
        JobsWatch, ClientsManage, TenantsOperate, AccountsDelegate, RolesManage, RecordsRead, AwardsOrganize, AwardsJudge,
        CountriesRead, ProgrammeManage, SharingDecide,
    }.ToFrozenSet();

    /// <summary>Running the platform and looking across countries are things of the hub, deciding what to share is one of tenants: a role elsewhere can't hold them.</summary>
    public static bool ExistsIn(SpaceKind kind, string permission) => All.Contains(permission) && permission switch
    {
        TenantsOperate or CountriesRead or ProgrammeManage => kind is SpaceKind.Hub,
        SharingDecide => kind is SpaceKind.Tenant,
        _ => true,
    };
}
