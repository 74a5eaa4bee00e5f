namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>Where an award round stands. Nominations and jury are passed over where no category asks jurors.</summary>
public enum AwardStage
{
    Draft,
    Nominations,
    Jury,

    /// <summary>The ranking is known to the organizer; departures from it are recorded.</summary>
    Deciding,

    /// <summary>The list is fixed and closed until the ceremony.</summary>
    Sealed,

    Revealed,
    Closed,
}
