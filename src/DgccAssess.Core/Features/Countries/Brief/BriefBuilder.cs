using DgccAssess.Core.Features.Papers;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Tenancy;
using static DgccAssess.Core.Features.Countries.Brief.BriefNames;

namespace DgccAssess.Core.Features.Countries.Brief;

/// <summary>The brief of what is in force, from the payloads and nothing beside them.</summary>
internal static class BriefBuilder
{
    /// <summary>Rounds that a page has room for.</summary>
    private const int MostRounds = 5;

    /// <summary>The latest rounds with, whatever its age, the one the brief is about.</summary>
    /// <param name="inForce">With payloads, the latest first.</param>
    public static IReadOnlyList<SharedRound> Shown(IReadOnlyList<SharedRound> inForce)
    {
        if (inForce.Count <= MostRounds) return inForce;
        var latest = inForce.Take(MostRounds).ToList();
        return latest.Contains(Subject(inForce)) ? latest : [.. latest.SkipLast(1), Subject(inForce)];
    }

    public static BriefDocument Build(SharingPartner partner, IReadOnlyList<SharedRound> shown, SpaceInfo hub, string language)
    {
        var round = Subject(shown);
        var payload = round.Payload!;
        var (part, instrument) = (payload.Participation, payload.Instrument);
        return new BriefDocument
        {
            Locale = LocaleOf([partner], language),
            Tenant = new PaperTenant(In(hub.Settings.Names.Values, language, hub.Id), hub.Settings.Accent, null),
            IssuedOn = hub.DayOf(round.PublishedAt),
            Synthetic = shown.Any(r => r.Payload!.Synthetic),
            Country = CountryOf(partner, language),
            Round = round.Round,
            Cycle = part.CycleType,
            Version = round.Number,
            Level = round.Level,
            Agreement = AgreementOf(round),
            Instrument = new(instrument.Code, In(instrument.Titles, language, instrument.Code), instrument.Hash, instrument.Decimals),
            Participation = new(part.Agencies, part.Submitted, part.Reviewed, part.Published, DayOf(part.AnswersDueAt), DayOf(part.NationalAt)),
            National = payload.National is { } national ? National(national, instrument, language) : null,
            Awards = payload.Awards is { } awards ? [.. awards.Select(a => new BriefAward(In(a.Names, language, a.Code), hub.DayOf(a.RevealedAt), a.Categories, a.Winners))] : null,
            Rounds = [.. shown.Select((r, i) => RoundOf(r, i + 1 < shown.Count ? shown[i + 1] : null))],
            Suppression = new(payload.Suppression.Threshold, payload.Suppression.Hidden),
        };

        DateOnly? DayOf(DateTime? instant) => instant is { } known ? hub.DayOf(known) : null;
    }

    /// <summary>The latest round with figures; a later one that has none yet stands in the list of rounds.</summary>
    private static SharedRound Subject(IReadOnlyList<SharedRound> rounds) => rounds.FirstOrDefault(r => r.Payload!.National is not null) ?? rounds[0];

    private static BriefNational National(SharedNational national, SharedInstrument instrument, string language)
    {
        var (figures, change) = (national.Figures, national.Change);
        return new BriefNational(
            national.Number, national.Reason, figures.Agencies, figures.Mean, figures.MeanOf, national.Verified,
            [.. instrument.Predicates.Zip(figures.Predicates, (p, count) => new BriefPredicate(In(p.Names, language, p.Code), count))],
            [.. instrument.Nodes.Zip(figures.Nodes).Where(n => n.First.Depth == 1).Select(n => new BriefArea(In(n.First.Names, language, n.First.Code), n.Second.Mean))],
            change is null ? null : new(change.Round, change.Comparable, change.Both, change.Up, change.Same, change.Down, change.Difference));
    }

    private static BriefRound RoundOf(SharedRound round, SharedRound? before)
    {
        var (instrument, figures) = (round.Payload!.Instrument, round.Payload.National?.Figures);
        return new(
            round.Round, instrument.Code, instrument.Decimals, figures is not null, figures?.Mean, figures?.MeanOf, round.Level, AgreementOf(round),
            before is not null && before.Payload!.Instrument.Hash != instrument.Hash);
    }

    internal static BriefAgreement? AgreementOf(SharedRound round) => round.Agreement is { } number ? new(number, round.AgreementEndsOn) : null;
}
