using DgccAssess.Core.Mail;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace DgccAssess.TestCommon;

/// <summary>A mail as it lies in the pickup folder.</summary>
public sealed record SentMail(string To, string Subject, string Text)
{
    /// <summary>Address of its link, below the space.</summary>
    public string Link(TestSpace space)
    {
        var start = $"http://localhost{space.Path}";
        var line = Text.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith(start, StringComparison.Ordinal));
        return line["http://localhost".Length..];
    }
}

public sealed partial class TestSpace
{
    /// <summary>Sends what waits and reads everything sent to that address, the oldest first.</summary>
    public async Task<IReadOnlyList<SentMail>> MailsToAsync(string address)
    {
        await RunDueJobsAsync();
        var sent = await ReadAsync(db => db.OutgoingMails.Where(m => m.State == MailState.Sent && m.ToAddress == address).OrderBy(m => m.QueuedAt).Select(m => m.Id).ToListAsync());
        List<SentMail> mails = [];
        foreach (var id in sent)
        {
            using var message = await MimeMessage.LoadAsync(System.IO.Path.Combine(App.Folder, "mail", $"{id:N}.eml"));
            mails.Add(new SentMail(((MailboxAddress)message.To[0]).Address, message.Subject ?? "", message.TextBody ?? ""));
        }

        return mails;
    }

    public async Task<SentMail> LastMailToAsync(string address) => (await MailsToAsync(address))[^1];
}
