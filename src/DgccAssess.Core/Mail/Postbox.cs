using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Jobs;

namespace DgccAssess.Core.Mail;

/// <summary>Adds a mail to the save that is under way; it is sent afterwards, or not at all when the save fails.</summary>
public sealed class Postbox(SpaceDbContext db, Outbox outbox, TimeProvider clock)
{
    /// <param name="template">What it says.</param>
    /// <param name="to">Who gets it, in their language.</param>
    /// <param name="subjectId">What the link is about.</param>
    /// <param name="values">Of <see cref="MailValue"/>.</param>
    /// <param name="address">Another address than the account's, for one that is still to be confirmed.</param>
    /// <returns>Id of the mail, for its state.</returns>
    public Guid Add(MailTemplate template, Account to, Guid? subjectId = null, IReadOnlyList<string>? values = null, string? address = null)
    {
        var mail = new OutgoingMail
        {
            Id = clock.NewId(),
            Template = template,
            ToAddress = address ?? to.Email ?? throw new InvalidOperationException("An account without an address gets no mail."),
            ToName = to.DisplayName,
            Language = MailWords.LanguageFor(to.Language, db.Space.Settings),
            SubjectId = subjectId,
            Values = values ?? [],
            QueuedAt = clock.UtcNow,
        };
        db.OutgoingMails.Add(mail);
        outbox.Add<SendMail, SendMail.Args>(new(mail.Id));
        return mail.Id;
    }
}
