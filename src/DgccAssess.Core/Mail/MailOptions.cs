using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Mail;

public enum MailSecurity
{
    /// <summary>Encrypted after a greeting in the clear (port 587); refused where the server does not offer it.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (port 465).</summary>
    Tls,

    /// <summary>In the clear: for a server on the same machine only.</summary>
    None,
}

/// <summary>How the installation sends mail, bound from "Mail". Either a server or a folder; with neither, mail waits and is given up.</summary>
public sealed record MailOptions
{
    /// <summary>Name of the mail server.</summary>
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>Account at the mail server; none: it takes mail without.</summary>
    public string? UserName { get; init; }

    /// <summary>From the environment (Mail__Password), never from a file of the project.</summary>
    public string? Password { get; init; }

    /// <summary>A mounted file that holds the password and nothing else; read for each mail, so that a new one counts at once.</summary>
    public string? PasswordFile { get; init; }

    [EmailAddress]
    public string From { get; init; } = "no-reply@localhost.localdomain";

    /// <summary>Mails are written here as .eml files instead of being sent: for trying the product out.</summary>
    public string? PickupFolder { get; init; }

    /// <summary>Address under which people reach the installation, for links in mails: https://assess.example.org. Never taken from a request.</summary>
    public string? PublicAddress { get; init; }

    public bool HasPassword => !string.IsNullOrEmpty(Password);

    public bool UsesServer => !string.IsNullOrEmpty(Host);

    public bool UsesFolder => !string.IsNullOrEmpty(PickupFolder);

    public string? CurrentPassword() => PasswordFile is null ? Password : File.ReadAllText(PasswordFile).Trim();
}

/// <summary>Says in one line each what is wrong, without repeating anything that may be secret.</summary>
internal sealed class MailOptionsRules : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (options.UsesServer && options.UsesFolder) yield return "Mail has both Host and PickupFolder; mail goes to one of them.";
        if (options.HasPassword && options.PasswordFile is not null) yield return "Mail has both Password and PasswordFile; give one.";
        if (!string.IsNullOrEmpty(options.UserName) && !options.HasPassword && options.PasswordFile is null) yield return "Mail:UserName is given without Mail:Password or Mail:PasswordFile.";
        if (options.PasswordFile is { } file && !File.Exists(file)) yield return $"Mail:PasswordFile can't be read: {file}";
        if (options.PublicAddress is null && !options.UsesServer && !options.UsesFolder) yield break;
        if (!Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length > 0)
        {
            yield return "Mail:PublicAddress must be the address people use, such as https://assess.example.org: links in mails lead there.";
        }
    }
}
