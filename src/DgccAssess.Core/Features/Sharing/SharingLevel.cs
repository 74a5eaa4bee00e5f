namespace DgccAssess.Core.Features.Sharing;

/// <summary>How much of a round Korea sees; each level holds those below it.</summary>
public enum SharingLevel
{
    Nothing = 0,

    /// <summary>That the round takes place: how many agencies take part, how far they are, with which instrument.</summary>
    Participation = 1,

    /// <summary>Figures of all agencies together.</summary>
    National = 2,

    /// <summary>Figures by agency group and by region.</summary>
    Areas = 3,

    /// <summary>Results of the agencies that consented to publication, by name.</summary>
    Agencies = 4,
}
