using MimeKit;

namespace DgccAssess.Core.Mail;

/// <summary>The way out: a mail server, or a folder.</summary>
public interface IMailTransport
{
    /// <exception cref="MailRefusedException">This mail will never be taken.</exception>
    /// <exception cref="MailDelayedException">Not taken now; another try may be.</exception>
    Task SendAsync(MimeMessage message, CancellationToken ct);
}

/// <param name="reason">The mail server's answer, for whoever asked for the mail; may name the recipient, so it is logged nowhere.</param>
public sealed class MailRefusedException(string reason) : Exception("The mail server refused the mail.")
{
    public string Reason { get; } = reason;
}

/// <param name="summary">Without anybody's name: goes to the log.</param>
/// <param name="reason">The mail server's answer in full; may name the recipient.</param>
public sealed class MailDelayedException(string summary, string reason) : Exception(summary)
{
    public string Reason { get; } = reason;
}
