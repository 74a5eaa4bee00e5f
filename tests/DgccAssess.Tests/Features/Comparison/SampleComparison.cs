using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Tenancy;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Tests.Features.Comparison;

/// <summary>Comparisons in memory, of countries with 30 agencies in two rounds.</summary>
internal static class SampleComparison
{
    public const int Agreement = 4;
    private const int Agencies = 30;

    public static readonly DateOnly PublishedOn = new(2026, 11, 12);

    public static SpaceInfo Hub { get; } = new()
    {
        Id = "hub", Identifier = "hub", Kind = SpaceKind.Hub, Settings = new SpaceSettings { Names = LocalizedText.Of(("en", "Hub")), Languages = ["en"], TimeZone = "Asia/Seoul" },
    };

    public static CountryComparison Of(params IReadOnlyList<ComparedPartner> chosen)
    {
        var structure = ShippedCore.Document.Structure;
        var comparison = CoreComparison.Of(structure, [.. chosen.Where(c => c.Latest is not null).Select(c => new CoreCountry(c.Partner.Id, c.Latest!.Figures))]);
        return new CountryComparison
        {
            Partners = [.. chosen.Select(c => c.Partner)], Chosen = chosen, Groups = [], Comparison = comparison, Patterns = CorePattern.Of(structure, comparison.Badge is CoreBadge.NotComparable ? [] : comparison.Compared),
        };
    }

    public static ComparedPartner Country(string id, string code, string instrument = "dgcc-2026", string? group = null, string? hidden = null, int questions = 20)
    {
        var partner = Partner(id, code, ("en", id));
        return new(partner, [RoundOf(partner, "2025", instrument, group, hidden, questions), RoundOf(partner, "2026", instrument, group, hidden, questions)]);
    }

    public static ComparedPartner Silent(string id, string code) => new(Partner(id, code, ("en", id)), []);

    public static SharingPartner Partner(string id, string code, params (string Language, string Text)[] names) => SharingPartner.Create(id, code, LocalizedText.Of(names), new string('0', 64), clientId: null, DateTime.UnixEpoch);

    private static ComparedRound RoundOf(SharingPartner partner, string round, string instrument, string? group, string? hidden, int questions)
    {
        var figures = FiguresOf(instrument, round, group, questions);
        if (hidden is not null) figures = figures with { Questions = [.. figures.Questions.Select(q => q.Code == hidden ? Hidden(q) : q)] };
        var payload = new SharedPayload
        {
            Schema = SharedPayload.CurrentSchema, Partner = partner.Id, Country = partner.Country, Names = partner.Names.Values, Round = round, Level = SharingLevel.National, Synthetic = false,
            Participation = new(CycleType.Evaluation, Agencies, Agencies, Agencies, Agencies, null, null),
            Instrument = new(instrument, figures.InstrumentHash, new Dictionary<string, string> { ["en"] = instrument }, 2, [], []),
            Areas = new([new("ministry", new Dictionary<string, string> { ["en"] = "Ministries" }, new(null, null, null, [], []))], []),
            Core = [figures], Suppression = new(5, 3),
        };
        return new(new SharedRound
        {
            SnapshotId = Guid.Empty, Partner = partner.Id, Round = round, Number = 2, Level = SharingLevel.National, Agreement = Agreement, AgreementEndsOn = null, PublishedAt = new DateTime(2026, 11, 11, 20, 0, 0, DateTimeKind.Utc),
            SupersededAt = null, WithdrawnAt = null, WithdrawnBecause = null, PayloadHash = round, Payload = payload,
        }, figures);
    }

    private static SharedCoreFigures FiguresOf(string instrument, string round, string? group, int questions)
    {
        var core = ShippedCore.Document;
        var mapping = core.Proposals[instrument].Mapping;
        mapping = mapping with { Rows = [.. mapping.Rows.Take(questions)] };
        CoreAgency AgencyOf(int number, int more) => new()
        {
            Code = $"a{number}", Group = "ministry", Verified = mapping.Rows.SelectMany(r => r.Indicators).ToHashSet(StringComparer.Ordinal),
            Values = mapping.Rows.SelectMany(r => r.Indicators).Distinct().ToDictionary(code => code, _ => (decimal?)(1 + ((number + more) % 5)), StringComparer.Ordinal),
        };
        var terms = new CoreTerms
        {
            Core = core.Structure, Mapping = mapping, MappingVersion = 1, MappingHash = $"map of {instrument}", InstrumentHash = instrument.PadRight(64, 'i'), Round = round, Stage = CoreStage.Final,
        };
        return CoreSummary.Of(terms, [.. Enumerable.Range(0, Agencies).Select(n => AgencyOf(n, 1))], [.. Enumerable.Range(0, Agencies).Select(n => AgencyOf(n, 0))]).Whole with { Group = group };
    }

    private static SharedCoreQuestion Hidden(SharedCoreQuestion question) => question with { Levels = [null, .. question.Levels.Skip(1)], Mean = null, Change = question.Change! with { Down = null } };
}
