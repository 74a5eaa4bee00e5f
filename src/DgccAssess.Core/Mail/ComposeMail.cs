using System.Text.Encodings.Web;
using DgccAssess.Core.Data;
using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DgccAssess.Core.Mail;

/// <summary>A mail as plain text and as HTML, in the recipient's language and direction. A function of the row, the space and the link.</summary>
public sealed class ComposeMail(SpaceContext context, IOptions<MailOptions> options)
{
    private static readonly IReadOnlySet<string> RightToLeft = new HashSet<string>(StringComparer.Ordinal) { "ar" };

    public MimeMessage Of(OutgoingMail mail, string? link)
    {
        var settings = context.Space.Settings;
        var space = MailValue.OneLine(settings.Names.In(mail.Language));
        object[] values = [space, MailValue.OneLine(mail.ToName), .. mail.Values.Select(v => MailValue.Write(v, mail.Language, settings))];
        string Words(string key) => MailWords.Of($"{mail.Template}.{key}", mail.Language, values);
        string[] before = [MailWords.Of("Greeting", mail.Language, values), .. Paragraphs(Words(TextKey(mail, settings)))];
        string[] after = [.. Paragraphs(Words("After")), MailWords.Of(settings.SupportContact is null ? "Footer" : "FooterSupport", mail.Language, space, settings.SupportContact ?? "")];
        var linkText = link is null ? "" : Words("Link");

        var message = new MimeMessage
        {
            Subject = Words("Subject"),
            // The same however often it is sent: a mailbox may drop the second.
            MessageId = $"{mail.Id:N}@{MailboxAddress.Parse(options.Value.From).Domain}",
            Date = new DateTimeOffset(mail.QueuedAt),
            Body = new BodyBuilder { TextBody = Text(before, linkText, link, after), HtmlBody = Html(mail.Language, before, linkText, link, after) }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(space, options.Value.From));
        message.To.Add(new MailboxAddress(MailValue.OneLine(mail.ToName), mail.ToAddress));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }

    /// <summary>Where passwords are switched off, nobody is asked to choose one.</summary>
    private static string TextKey(OutgoingMail mail, SpaceSettings settings) =>
        !settings.HasLocalSignIn && MailWords.Find($"{mail.Template}.TextProvider", mail.Language) is not null ? "TextProvider" : "Text";

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Text(string[] before, string linkText, string? link, string[] after) =>
        string.Join("\n\n", link is null ? [.. before, .. after] : [.. before, $"{linkText}:\n{link}", .. after]) + "\n";

    private static string Html(string language, string[] before, string linkText, string? link, string[] after)
    {
        var encode = HtmlEncoder.Default;
        string Paragraph(string text) => $"<p>{encode.Encode(text)}</p>";
        var anchor = link is null ? "" : $"<p><a href=\"{encode.Encode(link)}\">{encode.Encode(linkText)}</a></p>";
        var direction = RightToLeft.Contains(language) ? "rtl" : "ltr";
        return $"<!DOCTYPE html><html lang=\"{language}\" dir=\"{direction}\"><body dir=\"{direction}\">{string.Concat(before.Select(Paragraph))}{anchor}{string.Concat(after.Select(Paragraph))}</body></html>";
    }
}
