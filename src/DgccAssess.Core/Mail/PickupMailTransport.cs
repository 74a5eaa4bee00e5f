using Microsoft.Extensions.Options;
using MimeKit;

namespace DgccAssess.Core.Mail;

/// <summary>Writes mails into a folder, one .eml file each; any mail program opens them.</summary>
public sealed class PickupMailTransport(IOptions<MailOptions> options) : IMailTransport
{
    public async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(options.Value.PickupFolder!).FullName;
        var name = message.MessageId!.Split('@')[0];
        var draft = Path.Combine(folder, $".{name}.part");
        await using (var file = File.Create(draft)) await message.WriteToAsync(file, ct);
        // Whoever looks into the folder sees whole mails only.
        File.Move(draft, Path.Combine(folder, $"{name}.eml"), overwrite: true);
    }
}

/// <summary>Nothing is set up: mails wait for it and are given up with the others.</summary>
public sealed class NoMailTransport : IMailTransport
{
    public Task SendAsync(MimeMessage message, CancellationToken ct) =>
        throw new MailDelayedException("No mail server is set up.", "No mail server is set up (Mail:Host).");
}
