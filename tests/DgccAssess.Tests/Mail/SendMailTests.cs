using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Jobs;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace DgccAssess.Tests.Mail;

public sealed class SendMailTests
{
    private static readonly DateTime Moment = new(2026, 11, 23, 10, 5, 0, DateTimeKind.Utc);

    [Theory, Databases]
    public async Task Mail_IsTakenByTheServer_InTheLanguageOfItsReader(DatabaseProvider provider)
    {
        await using var server = new LoopbackMailServer();
        using var app = App(provider, server.Port);
        var space = await app.CreateSpaceAsync();
        await QueueAsync(space, "ar");
        await QueueAsync(space, "id", "Budi <b>\r\nBcc: everybody@example.org");
        await QueueAsync(space, "uz");

        await space.RunDueJobsAsync();

        Assert.Equal([MailState.Sent, MailState.Sent, MailState.Sent], await space.ReadAsync(db => db.OutgoingMails.Select(m => m.State).ToListAsync()));
        var mails = server.Received.ToDictionary(m => m.Body!.Headers[HeaderId.ContentLanguage]!);
        Assert.Equal(["ar", "en", "id"], mails.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("تم تغيير كلمة مرورك", mails["ar"].Subject);
        Assert.Contains("dir=\"rtl\"", mails["ar"].HtmlBody, StringComparison.Ordinal);
        // 10:05 UTC in Jakarta's time and Indonesia's words.
        Assert.Contains("23 November 2026, 17:05 (Asia/Jakarta)", mails["en"].TextBody, StringComparison.Ordinal);
        Assert.Contains("support@example.org", mails["en"].TextBody, StringComparison.Ordinal);
        Assert.Contains("23 November 2026, 17.05", mails["id"].TextBody, StringComparison.Ordinal);
        Assert.Contains("Budi &lt;b&gt;", mails["id"].HtmlBody, StringComparison.Ordinal);
        Assert.Single(mails["id"].GetRecipients());
        Assert.Empty(mails["id"].Bcc);
    }

    [Theory, Databases]
    public async Task Mail_RefusedForGood_FailsAtOnceWithTheReason(DatabaseProvider provider)
    {
        await using var server = new LoopbackMailServer();
        using var app = App(provider, server.Port);
        var space = await app.CreateSpaceAsync();
        var address = await QueueAsync(space, "en");
        server.Refusals[address] = "550 5.1.1 No such mailbox";

        await space.RunDueJobsAsync();

        Assert.Empty(server.Received);
        var mail = await space.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Failed, "550 5.1.1 No such mailbox"), (mail.State, mail.Reason));
        Assert.Equal(JobState.Done, await space.ReadAsync(db => db.Outbox.Select(r => r.State).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Mail_NotTakenNow_WaitsAndGoesOutLater(DatabaseProvider provider)
    {
        await using var server = new LoopbackMailServer();
        using var app = App(provider, server.Port);
        var space = await app.CreateSpaceAsync();
        var address = await QueueAsync(space, "en");
        server.Refusals[address] = $"451 4.7.1 <{address}> come back later";

        await space.RunDueJobsAsync();
        var waiting = await space.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Queued, $"451 4.7.1 <{address}> come back later"), (waiting.State, waiting.Reason));
        // The job's own note goes to logs and pages of others: it names nobody.
        Assert.Equal("MailDelayedException: The mail server answered 451.", await space.ReadAsync(db => db.Outbox.Select(r => r.Error).SingleAsync()));

        server.Refusals.Clear();
        await space.PassTimeForJobsAsync();
        await space.RunDueJobsAsync();

        Assert.Single(server.Received);
        var sent = await space.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Sent, null), (sent.State, sent.Reason));
    }

    [Theory, Databases]
    public async Task Mail_WithoutAServer_IsGivenUpWithTheReason(DatabaseProvider provider)
    {
        int port;
        await using (var gone = new LoopbackMailServer()) port = gone.Port;
        using var app = App(provider, port);
        var space = await app.CreateSpaceAsync();
        await QueueAsync(space, "en");

        for (var i = 0; i < JobRules.MaxAttempts; i++)
        {
            await space.PassTimeForJobsAsync();
            await space.RunDueJobsAsync();
        }

        var mail = await space.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal(MailState.Failed, mail.State);
        Assert.NotNull(mail.Reason);
        Assert.Equal(JobState.Failed, await space.ReadAsync(db => db.Outbox.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public void EveryTemplate_HasItsWords()
    {
        foreach (var template in Enum.GetValues<MailTemplate>())
        {
            foreach (var language in MailWords.Languages)
            {
                Assert.All(["Subject", "Text", "After"], part => Assert.False(string.IsNullOrWhiteSpace(MailWords.Find($"{template}.{part}", language)), $"{template}.{part} in {language}"));
            }
        }
    }

    private static TestApp App(DatabaseProvider provider, int port) => new(provider, new Dictionary<string, string>
    {
        ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{port}", ["Mail:Security"] = nameof(MailSecurity.None), ["Mail:From"] = "assess@example.org", ["Mail:PickupFolder"] = "",
    });

    private static async Task<string> QueueAsync(TestSpace space, string language, string name = "Budi Santoso")
    {
        var address = $"{language}@agency.example";
        await space.RunAsync(async services =>
        {
            var account = new Account { Id = Guid.CreateVersion7(), Email = address, DisplayName = name, Language = language };
            services.GetRequiredService<Postbox>().Add(MailTemplate.PasswordChanged, account, values: [MailValue.Of(Moment)]);
            await services.GetRequiredService<SpaceDbContext>().SaveChangesAsync();
        });
        return address;
    }
}
