using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Objections;

/// <summary>Tells the agency's coordinators that their objection is answered. What the answer says stays here: mails travel open.</summary>
public sealed class ObjectionMail(TenantDbContext db, Postbox postbox)
{
    /// <summary>Rides in the save that is under way.</summary>
    public async Task QueueAsync(AssessmentRef assessment, Guid objectionId, CancellationToken ct)
    {
        var coordinators = from member in db.UserRoles
                           join claim in db.RoleClaims on member.RoleId equals claim.RoleId
                           where claim.ClaimType == SpaceClaims.Permission && claim.ClaimValue == Permissions.AssessmentsCoordinate
                           select member.UserId;
        var accounts = await db.Users.Where(u => u.AgencyId == assessment.AgencyId && u.DeactivatedAt == null && u.Email != null && coordinators.Contains(u.Id)).OrderBy(u => u.Id).ToListAsync(ct);
        foreach (var account in accounts)
        {
            var language = MailWords.LanguageFor(account.Language, db.Space.Settings);
            postbox.Add(MailTemplate.ObjectionAnswered, account, objectionId, [MailValue.Of(assessment.AgencyNames.In(language)), MailValue.Of(assessment.Round)]);
        }
    }

    /// <summary>The page with the objection and its answer.</summary>
    public async Task<string?> PathAsync(OutgoingMail mail, CancellationToken ct) => await (
        from objection in db.Objections
        join assessment in db.Assessments on objection.AssessmentId equals assessment.Id
        join round in db.Rounds on assessment.RoundId equals round.Id
        join agency in db.Agencies on assessment.AgencyId equals agency.Id
        where objection.Id == mail.SubjectId
        select $"/rounds/{round.Code}/agencies/{agency.Code}/result").FirstOrDefaultAsync(ct);
}
