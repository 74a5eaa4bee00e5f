using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Features.Sharing.Publishing;

namespace DgccAssess.Core.Features.Countries;

/// <summary>What a payload of a level may hold. The partner's own program keeps to it; the hub doesn't take anybody's word for it.</summary>
public static class SharedLevels
{
    /// <summary>Years an agreement is dated within; a slip of the pen is not.</summary>
    private const int MostRoundLength = 32;

    private const int MostLanguageLength = 16;

    public static bool Holds(SharedPayload payload) =>
        payload.Level is > SharingLevel.Nothing and <= SharingLevel.Agencies
        && (payload.National is null || payload.Level >= SharingLevel.National)
        && (payload.Core is null || payload.Level >= SharingLevel.Areas || (payload.Level is SharingLevel.National && payload.Core.All(c => c.Group is null)))
        && (payload.Awards is null || payload.Level >= SharingLevel.National)
        && (payload.Areas is null || payload.Level >= SharingLevel.Areas)
        && (payload.Agencies is null || payload.Level >= SharingLevel.Agencies)
        && (payload.Practices is null || (payload.Agencies is { } named && payload.Practices.All(p => named.Any(a => a.Code == p.Agency) && Holds(p))))
        && payload.Country.Length == 2 && payload.Names.Count > 0;

    private static bool Holds(SharedPractice practice) =>
        practice.Question.Length is > 0 and <= PracticeRules.QuestionLength && practice.Texts.Count is > 0 and <= PracticeRules.MostLanguages
        && practice.Texts.All(t => t.Key.Length is > 0 and <= MostLanguageLength && t.Value.Length is >= PracticeRules.LeastText and <= PracticeRules.MostText);

    public static bool Holds(SharingEnvelope envelope) =>
        envelope is { Sequence: > 0, Number: > 0, Partner.Length: > 0 and <= CountryRules.PartnerLength, Round.Length: > 0 and <= MostRoundLength } && Enum.IsDefined(envelope.Level) && Enum.IsDefined(envelope.Reason);
}
