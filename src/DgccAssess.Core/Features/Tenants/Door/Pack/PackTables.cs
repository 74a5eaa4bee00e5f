using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DgccAssess.Core.Features.Tenants.Door.Pack;

/// <summary>A table of an exit pack.</summary>
/// <param name="Name">In the words of the domain.</param>
/// <param name="Table">Of the database.</param>
/// <param name="Columns">Those that are taken along.</param>
internal sealed record PackTable(string Name, ITable Table, IReadOnlyList<IColumn> Columns);

/// <summary>Which tables of a tenant's database go into its exit pack, under which names, and what stays and why. A table nobody decided about stops the export.</summary>
public static class PackTables
{
    private static readonly Dictionary<string, string> Taken = new(StringComparer.Ordinal)
    {
        ["Agencies"] = "agencies", ["InstrumentVersions"] = "instruments", ["AwardVersions"] = "awards", ["Rounds"] = "rounds", ["Assessments"] = "assessments", ["Answers"] = "answers",
        ["IssuedPapers"] = "papers", ["IssuedFiles"] = "paper-files", ["PaperTemplates"] = "paper-templates", ["ResultKeys"] = "result-keys", ["ResultSignatures"] = "result-signatures",
        ["AnswerComments"] = "comments", ["Evidence"] = "evidence", ["AssessorAssignments"] = "assessor-assignments", ["Ratings"] = "ratings", ["Snapshots"] = "snapshots", ["NationalResults"] = "national-results", ["ApprovedMappings"] = "core-mappings",
        ["ImprovementActions"] = "improvement-actions", ["AwardRounds"] = "award-rounds", ["AwardDepartures"] = "award-departures", ["AwardDecisions"] = "award-decisions",
        ["Nominations"] = "nominations", ["NominationProofs"] = "nomination-proofs", ["JuryPanels"] = "jury-panels", ["JuryMembers"] = "jurors", ["JuryScores"] = "jury-scores", ["Recusals"] = "recusals", ["JuryNotes"] = "jury-notes", ["AwardObjections"] = "award-objections", ["Objections"] = "objections",
        ["SharingAgreements"] = "sharing-agreements", ["SharingDocuments"] = "sharing-documents", ["SharingPublications"] = "sharing-publications", ["SharingLedger"] = "sharing-ledger", ["Practices"] = "practices",
        ["DataChecks"] = "data-checks", ["DataCheckSteps"] = "data-check-steps",
        ["AspNetUsers"] = "accounts", ["AspNetRoles"] = "roles", ["AspNetUserRoles"] = "account-roles", ["AspNetRoleClaims"] = "role-permissions", ["AspNetUserClaims"] = "account-claims",
        ["Delegations"] = "delegations", ["Invitations"] = "invitations", ["SignInSessions"] = "sign-ins", ["AuditEvents"] = "audit-events", ["AuditBlocks"] = "audit-blocks", ["SealedEvents"] = "audit-sealed-events",
        ["SpaceMarker"] = "space", ["SpaceTexts"] = "own-texts", ["SpacePictures"] = "own-pictures",
    };

    /// <summary>Tables that stay, by the beginning of their name, and why.</summary>
    private static readonly Dictionary<string, string> Left = new(StringComparer.Ordinal)
    {
        ["Outbox"] = "work of the program under way",
        ["Print"] = "papers being printed; they are printed again from the same snapshots",
        ["OutgoingMails"] = "mails on their way and their delivery; they may hold links that sign somebody in",
        ["AspNetUserTokens"] = "secrets of authenticator apps and recovery codes",
        ["AspNetUserLogins"] = "links to other sign-in providers",
        ["AspNetUserPasskeys"] = "keys that are worth something at this address only",
        ["Api"] = "clients, grants and tokens of programs: good at this installation only",
        ["KeptAnswers"] = "answers to programs, kept for their repetition",
        ["SpaceKeys"] = "keys that sign this installation's tokens",
        ["__EFMigrationsHistory"] = "bookkeeping of the program",
    };

    /// <summary>Columns that stay wherever they are: they prove who somebody is.</summary>
    private static readonly string[] Secret = ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "TokenHash", "LastCodeStep", "Material"];

    public static IEnumerable<string> Reasons => Left.Select(l => $"{l.Key}: {l.Value}").Append($"columns {string.Join(", ", Secret)}: secrets");

    /// <summary>Tables of the model about which nothing is decided.</summary>
    public static IReadOnlyList<string> Undecided(TenantDbContext db) =>
        [.. db.Model.GetRelationalModel().Tables.Select(t => t.Name).Where(t => !Taken.ContainsKey(t) && !IsLeft(t)).Order(StringComparer.Ordinal)];

    /// <exception cref="InvalidOperationException">A table is undecided: a pack without it would not be everything.</exception>
    internal static IReadOnlyList<PackTable> Of(TenantDbContext db)
    {
        if (Undecided(db) is { Count: > 0 } undecided) throw new InvalidOperationException($"PackTables says nothing of: {string.Join(", ", undecided)}");

        return
        [
            .. db.Model.GetRelationalModel().Tables.Where(t => Taken.ContainsKey(t.Name)).OrderBy(t => Taken[t.Name], StringComparer.Ordinal)
                .Select(t => new PackTable(Taken[t.Name], t, [.. t.Columns.Where(c => !Secret.Contains(c.Name)).OrderBy(Order).ThenBy(c => c.Name, StringComparer.Ordinal)])),
        ];
    }

    private static bool IsLeft(string table) => Left.Keys.Any(l => table.StartsWith(l, StringComparison.Ordinal));

    private static int Order(IColumn column) => column.Table.PrimaryKey?.Columns.Contains(column) == true ? 0 : 1;
}
