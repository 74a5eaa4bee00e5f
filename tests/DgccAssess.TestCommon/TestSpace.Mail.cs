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
        var folder = new DirectoryInfo(System.IO.Path.Combine(App.Folder, "mail"));
        if (!folder.Exists) return [];
        List<(string Name, SentMail Mail)> mails = [];
        foreach (var file in folder.GetFiles("*.eml"))
        {
            using var message = await MimeMessage.LoadAsync(file.FullName);
            var to = ((MailboxAddress)message.To[0]).Address;
            if (string.Equals(to, address, StringComparison.OrdinalIgnoreCase)) mails.Add((file.Name, new SentMail(to, message.Subject ?? "", message.TextBody ?? "")));
        }

        // Names begin with the time the mail was asked for.
        return [.. mails.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => m.Mail)];
    }

    public async Task<SentMail> LastMailToAsync(string address) => (await MailsToAsync(address))[^1];
}
