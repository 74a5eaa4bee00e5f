using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing.Publishing;

namespace DgccAssess.Core.Features.Sharing;

/// <summary>Korea's hub as a tenant knows it: in this installation, or elsewhere over HTTPS.</summary>
public interface ISharingHub
{
    /// <summary>Ends when the hub has it; the same one again is taken for the same.</summary>
    /// <exception cref="SharingRefusedException">The hub doesn't take it: it is told why.</exception>
    Task PublishAsync(SignedPublication publication, CancellationToken ct);

    /// <summary>Who saw what of this tenant there, from an instant on.</summary>
    Task<IReadOnlyList<AccessRecord>> AccessesAsync(DateTime since, CancellationToken ct);
}

/// <summary>The hub refused a publication, or could not be asked.</summary>
public sealed class SharingRefusedException(string message, Exception? cause = null) : Exception(message, cause);
