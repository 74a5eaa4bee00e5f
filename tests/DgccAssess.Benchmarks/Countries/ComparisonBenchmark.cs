using System.Diagnostics;
using System.Globalization;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.National;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Benchmarks.Countries;

/// <summary>How fast ten countries of 200 stand side by side, each with ten rounds of which the nation and six groups are shared; and how fast the most similar of all are found.</summary>
internal static class ComparisonBenchmark
{
    private const int Countries = 200, Rounds = 10, Groups = 6, Agencies = 240, Visits = 200, PeersVisits = 100, Chosen = 10;

    /// <summary>Visits after which the runtime has compiled what is used most; a server is restarted seldom.</summary>
    private const int Before = 100;

    public static async Task RunAsync(TextWriter output, string? binary)
    {
        await using var app = new TestApp(DatabaseProvider.Sqlite);
        var hub = await app.HubAsync();
        var letters = await FillAsync(hub);
        await using var web = WebProcess.Start(app.Settings, new() { Environment = "Production", Binary = binary });
        using var programme = new TestBrowser(await web.ListeningAsync(), hub.Path);
        await programme.SignInAsync(await hub.CreatePersonAsync(Roles.Programme));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Countries} countries x {Rounds} rounds in the hub's database (SQLite), {letters / Countries / Rounds / 1024d:F0} KiB a payload"));
        string Ten(int visit) => string.Join(',', Enumerable.Range(0, Chosen).Select(i => IdOf((visit / 20 * Chosen + i) % Countries)));
        output.WriteLine($"/comparison of {Chosen} countries, another ten every 20 visits: " + await VisitAsync(programme, Visits, visit => $"/comparison?countries={Ten(visit)}"));
        output.WriteLine($"/comparison/peers of one among {Countries}, another country every visit: " + await VisitAsync(programme, PeersVisits, visit => $"/comparison/peers?country={IdOf(visit * 7 % Countries)}"));
    }

    private static async Task<string> VisitAsync(TestBrowser programme, int visits, Func<int, string> address)
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var visit = 0; visit < Before + visits; visit++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await programme.Client.GetAsync(new Uri(programme.Absolute(address(visit)), UriKind.Relative));
            bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            if (visit >= Before) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {times[visits / 2]:F1} ms, p95 {times[(visits * 95 / 100) - 1]:F1} ms, most {times[^1]:F1} ms of {visits} visits after {Before}, {bytes / 1024d:F0} KiB uncompressed");
    }

    private static async Task<long> FillAsync(TestSpace hub)
    {
        var letters = 0L;
        for (var country = 0; country < Countries; country++)
        {
            var at = country;
            await hub.RunAsync(async services =>
            {
                var (db, now) = (services.GetRequiredService<HubDbContext>(), TimeProvider.System.GetUtcNow().UtcDateTime);
                db.SharingPartners.Add(SharingPartner.Create(IdOf(at), CodeOf(at), LocalizedText.Of(("en", $"Country {at:000}")), new string('0', 64), clientId: null, now));
                for (var round = 0; round < Rounds; round++)
                {
                    var payload = Payload(at, round);
                    var json = SharedJson.Write(payload);
                    letters += json.Length;
                    var snapshot = new SharedSnapshot
                    {
                        Id = Guid.CreateVersion7(), PartnerId = IdOf(at), Round = RoundOf(round), Number = 1, Sequence = round + 1, Level = SharingLevel.Areas, Agreement = 1, AgreementEndsOn = null,
                        PayloadHash = SharedJson.HashOf(json), PublishedAt = now, ReceivedAt = now,
                    };
                    db.SharedSnapshots.Add(snapshot);
                    db.SharedCoreSlices.AddRange(SharedCoreSlice.Of(snapshot.Id, payload, Guid.CreateVersion7));
                    db.Entry(snapshot).Property(s => s.Payload).CurrentValue = json;
                }

                services.GetRequiredService<AuditTrail>().Record(new CountryFilled(IdOf(at)));
                await db.SaveChangesAsync();
            });
        }

        return letters;
    }

    private static SharedPayload Payload(int country, int round)
    {
        var core = ShippedCore.Document;
        var mapping = core.Proposals[country % 2 == 0 ? "dgcc-2026" : "spbe-2020"].Mapping;
        var indicators = mapping.Rows.SelectMany(r => r.Indicators).ToList();
        CoreAgency AgencyOf(int number, int year) => new()
        {
            Code = $"a{number}", Group = $"group-{number % Groups}", Verified = indicators.ToHashSet(StringComparer.Ordinal),
            Values = indicators.Select((code, i) => (code, Value: (decimal?)(1 + (SplitMix64.At((ulong)((country * 1000) + year), (ulong)((number * 50) + i)) % 5)))).ToDictionary(v => v.code, v => v.Value, StringComparer.Ordinal),
        };
        var terms = new CoreTerms { Core = core.Structure, Mapping = mapping, MappingVersion = 1, MappingHash = mapping.Instrument.PadRight(64, 'm'), InstrumentHash = mapping.Instrument.PadRight(64, 'i'), Round = RoundOf(round), Stage = CoreStage.Final };
        var summary = CoreSummary.Of(terms, [.. Enumerable.Range(0, Agencies).Select(n => AgencyOf(n, round))], round == 0 ? null : [.. Enumerable.Range(0, Agencies).Select(n => AgencyOf(n, round - 1))]);
        return new SharedPayload
        {
            Schema = SharedPayload.CurrentSchema, Partner = IdOf(country), Country = CodeOf(country), Names = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["en"] = $"Country {country:000}" },
            Round = RoundOf(round), Level = SharingLevel.Areas, Synthetic = true,
            Participation = new SharedParticipation(CycleType.Evaluation, Agencies, Agencies, Agencies, Agencies, null, null),
            Instrument = new SharedInstrument(mapping.Instrument, terms.InstrumentHash, new SortedDictionary<string, string>(StringComparer.Ordinal) { ["en"] = mapping.Instrument }, 2, [], []),
            Core = [summary.Whole, .. summary.Groups],
            Suppression = new SharedSuppression(5, 0),
        };
    }

    private static string IdOf(int country) => string.Create(CultureInfo.InvariantCulture, $"country-{country:000}");

    private static string CodeOf(int country) => $"{(char)('A' + (country / 26 % 26))}{(char)('A' + (country % 26))}";

    private static string RoundOf(int round) => string.Create(CultureInfo.InvariantCulture, $"{2017 + round}");

    private sealed record CountryFilled(string Partner) : AuditFact($"countries/{Partner}");
}
