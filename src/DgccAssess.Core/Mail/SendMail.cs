using DgccAssess.Core.Data;
using DgccAssess.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Mail;

/// <summary>Makes a mail and sends it. A server that dies between the two saves sends it once more, under the same message id.</summary>
public sealed class SendMail(
    SpaceDbContext db, ComposeMail compose, IMailTransport transport, SpaceAddress address, IEnumerable<MailLink> links, IServiceProvider services, TimeProvider clock)
    : IJob<SendMail.Args>, IGivesUp<SendMail.Args>
{
    public sealed record Args(Guid MailId);

    public async Task ExecuteAsync(Args args, CancellationToken ct)
    {
        if (await db.OutgoingMails.FirstOrDefaultAsync(m => m.Id == args.MailId, ct) is not { State: MailState.Queued } mail) return;

        try
        {
            var link = links.FirstOrDefault(l => l.Template == mail.Template);
            var path = link is null ? null : await link.PathAsync(services, mail, ct);
            if (link is not null && path is null)
            {
                mail.State = MailState.Cancelled;
            }
            else
            {
                await transport.SendAsync(compose.Of(mail, path is null ? null : address.Of(db.Space, path)), ct);
                (mail.State, mail.SentAt, mail.Reason) = (MailState.Sent, clock.UtcNow, null);
            }
        }
        catch (MailRefusedException e)
        {
            (mail.State, mail.Reason) = (MailState.Failed, Shortened(e.Reason));
        }
        catch (MailDelayedException e)
        {
            mail.Reason = Shortened(e.Reason);
            await db.SaveChangesAsync(ct);
            throw;
        }

        await db.SaveChangesAsync(ct);
    }

    public async Task GiveUpAsync(Args args, string reason, CancellationToken ct)
    {
        if (await db.OutgoingMails.FirstOrDefaultAsync(m => m.Id == args.MailId, ct) is not { State: MailState.Queued } mail) return;
        mail.State = MailState.Failed;
        mail.Reason ??= Shortened(reason);
        await db.SaveChangesAsync(ct);
    }

    private static string Shortened(string reason)
    {
        var line = MailValue.OneLine(reason);
        return line.Length <= JobRules.MaxError ? line : line[..JobRules.MaxError];
    }
}
