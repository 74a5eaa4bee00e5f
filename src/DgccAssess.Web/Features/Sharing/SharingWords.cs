namespace DgccAssess.Web.Features.Sharing;

/// <summary>Words of what a government shares with Korea: agreements, preview, ledger.</summary>
public sealed class SharingWords;
