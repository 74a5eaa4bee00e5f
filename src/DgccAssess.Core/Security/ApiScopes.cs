using System.Collections.Frozen;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Security;

/// <summary>Parts of the REST API that a token is good for; what its bearer finds there, permissions decide.</summary>
public static class ApiScopes
{
    public const string Rounds = "api.rounds";

    /// <summary>Opening rounds, moving their deadlines, taking agencies in; reading them is another scope.</summary>
    public const string RoundsWrite = "api.rounds.write";

    public const string Agencies = "api.agencies";
    public const string Instruments = "api.instruments";
    public const string Results = "api.results";
    public const string Awards = "api.awards";
    public const string Audit = "api.audit";

    /// <summary>Of the hub: a partner's own installation publishes what it shares, and reads who looked.</summary>
    public const string Sharing = "api.sharing";

    /// <summary>In the order pages list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Rounds, RoundsWrite, Agencies, Instruments, Results, Awards, Audit, Sharing];

    /// <summary>Those that open something in a space of this kind.</summary>
    public static IReadOnlyList<string> Of(SpaceKind kind) => kind is SpaceKind.Hub ? [Audit, Sharing] : [.. All.Where(s => s != Sharing)];

    /// <summary>
    /// What a program may do that acts for nobody but itself: within its scopes it sees what an organizer sees, in the audit trail what an auditor does.
    /// A person's token never says more than the person may.
    /// </summary>
    public static FrozenDictionary<string, string> PermissionOfProgram { get; } = new Dictionary<string, string>
    {
        [Rounds] = Permissions.RoundsOrganize,
        [RoundsWrite] = Permissions.RoundsOrganize,
        [Agencies] = Permissions.RoundsOrganize,
        [Instruments] = Permissions.RoundsOrganize,
        [Results] = Permissions.RoundsOrganize,
        [Awards] = Permissions.RoundsOrganize,
        [Audit] = Permissions.AuditRead,
        [Sharing] = Permissions.SharingPublish,
    }.ToFrozenDictionary();
}
