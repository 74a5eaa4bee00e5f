using DgccAssess.Core.Tenancy;
using Microsoft.Extensions.Options;

namespace DgccAssess.Core.Mail;

/// <summary>Makes the link of a template when its mail is sent. Null: there is nothing to link to any more, and the mail is not sent.</summary>
/// <param name="Template">Whose link it is.</param>
/// <param name="PathAsync">Path and query below the space.</param>
public sealed record MailLink(MailTemplate Template, Func<IServiceProvider, OutgoingMail, CancellationToken, Task<string?>> PathAsync);

/// <summary>Where people reach a space: a host of its own, else a path below the installation's address.</summary>
public sealed class SpaceAddress(IOptions<MailOptions> options)
{
    public string Of(SpaceInfo space, string path) => space.Settings.Hosts.Count > 0
        ? $"https://{space.Settings.Hosts[0]}{path}"
        : $"{options.Value.PublicAddress?.TrimEnd('/') ?? throw new MailDelayedException(Missing, Missing)}/{space.Identifier}{path}";

    /// <summary>Null where nobody told the installation its address.</summary>
    public string? TryOf(SpaceInfo space, string path) => space.Settings.Hosts.Count > 0 || options.Value.PublicAddress is not null ? Of(space, path) : null;

    private const string Missing = "Mail:PublicAddress is not set.";
}
