using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DgccAssess.Core.Mail;

/// <summary>Hands mails to the installation's mail server.</summary>
public sealed class SmtpMailTransport(IOptions<MailOptions> options) : IMailTransport
{
    private const int TimeoutMilliseconds = 30_000;

    public async Task SendAsync(MimeMessage message, CancellationToken ct)
    {
        var mail = options.Value;
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        try
        {
            await client.ConnectAsync(mail.Host!, mail.Port, Security(mail.Security), ct);
            if (mail.UserName is { Length: > 0 } user) await client.AuthenticateAsync(user, mail.CurrentPassword() ?? "", ct);
            await client.SendAsync(message, ct);
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (SmtpCommandException e)
        {
            // RFC 5321 4.2.1: 5yz is permanent, 4yz may pass.
            var answer = $"{(int)e.StatusCode} {e.Message}";
            throw (int)e.StatusCode >= 500 ? new MailRefusedException(answer) : new MailDelayedException($"The mail server answered {(int)e.StatusCode}.", answer);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or ProtocolException or AuthenticationException or SslHandshakeException or TimeoutException or NotSupportedException)
        {
            throw new MailDelayedException($"The mail server can't be used: {e.GetType().Name}.", e.Message);
        }
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => throw new ArgumentOutOfRangeException(nameof(security), security, "Unknown security of mail"),
    };
}
