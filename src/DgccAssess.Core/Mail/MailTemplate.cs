using System.Globalization;
using System.Resources;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Core.Mail;

/// <summary>What a mail says; its words are TEMPLATE.Subject, .Text, .Link (where there is one) and .After of <see cref="MailWords"/>.</summary>
public enum MailTemplate
{
    Invitation,
    PasswordReset,
    PasswordChanged,
    ConfirmEmail,
    EmailChanged,
    RightsHandedOver,
    ObjectionAnswered,
}

/// <summary>Words of mails. {0} is the space, {1} the recipient's name, further ones are the template's values.</summary>
public sealed class MailWords
{
    /// <summary>Languages there are words in.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "id", "ar", "fr"];

    private static readonly ResourceManager Resources = new(typeof(MailWords));

    private MailWords() { }

    /// <summary>The recipient's language if the product has words for it, else the first of the space's it has words for, else English.</summary>
    public static string LanguageFor(string? recipient, SpaceSettings settings) =>
        settings.Languages.Prepend(recipient ?? "").FirstOrDefault(Languages.Contains) ?? "en";

    public static string? Find(string key, string language) => Resources.GetString(key, CultureInfo.GetCultureInfo(language));

    public static string Of(string key, string language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Find(key, language) ?? throw new InvalidOperationException($"Mails have no words for '{key}'."), values);
}
