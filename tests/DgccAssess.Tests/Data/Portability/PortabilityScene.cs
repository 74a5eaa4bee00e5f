using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Data.Portability;

/// <summary>The same rows in every database: same ids, same instants, and texts, figures and dates that databases like to disagree about.</summary>
internal static class PortabilityScene
{
    public static readonly DateTime Start = new(2026, 3, 1, 23, 59, 59, 999, DateTimeKind.Utc);

    private static readonly (string Code, string Group, string? Region)[] Agencies =
    [
        ("a", "ministry", null), ("a-b", "ministry", "west"), ("ab", "agency", "West"), ("a1", "agency", "east"), ("a10", "province", null), ("a2", "province", "north"), ("z", "ministry", "east"), ("zz-top", "city", "ŋorth"),
    ];

    private static readonly string[] Names =
        ["ana", "Ana", "ANA", "Andre", "André", "Ángel", "zoe", "Zoë", "Żaneta", "o'neil", "O Neil", "Öztürk", "عمر", "김민수", "_low", "100%", "a b", "ab", "Straße", "Strasse"];

    private static readonly decimal?[] Values = [1m, 1.5m, 2.25m, 2.3m, 2.29m, 10m, 0.05m, 4.99m, null];

    public static async Task<TestSpace> FillAsync(TestSpace space)
    {
        var round = await space.OpenRoundAsync("2026");
        await space.RunAsync(async services =>
        {
            var db = services.GetRequiredService<TenantDbContext>();
            services.GetRequiredService<AuditTrail>().Record(new PortabilityFilled("portability"));
            db.Agencies.AddRange(Agencies.Select((a, i) => Agency.Create(Id(1, i), a.Code, a.Group, LocalizedText.Of(("en", $"Agency {a.Code}")), a.Region, synthetic: i % 2 == 0)));
            db.Users.AddRange(Names.Select((name, i) => new Account
            {
                Id = Id(2, i), DisplayName = name, UserName = $"u{i}@x.example", NormalizedUserName = $"U{i}@X.EXAMPLE", Email = $"u{i}@x.example", NormalizedEmail = $"U{i}@X.EXAMPLE",
                DeactivatedAt = i % 3 == 0 ? Start.AddDays(-i) : null,
            }));
            for (var i = 0; i < 12; i++)
            {
                db.AuditEvents.Add(new AuditEvent
                {
                    Id = Id(3, i), At = Start.AddTicks(10 * (i / 2)), ActorId = Id(2, i % 4), ActorName = Names[i % 4], Type = i % 2 == 0 ? "AnswerSaved" : "answerSaved",
                    Subject = $"rounds/2026/{(i % 3 == 0 ? "A_B" : "a%b")}/{i}", Details = $$"""{"n":{{i}}}""",
                });
            }

            var assessment = await db.Assessments.Where(a => a.RoundId == round.Id).Select(a => a.Id).SingleAsync();
            db.Ratings.AddRange(Values.Select((value, i) =>
                Rating.Create(Id(4, i), assessment, $"I{i + 1}", i % 2 == 0 ? Stage.Document : Stage.Interview, Id(2, 0), new RatingContent([], value, "", ""), "ana", Start.AddHours(i))));
            db.Snapshots.AddRange(Values.Select((value, i) => new Snapshot
            {
                Id = Id(5, i), AssessmentId = assessment, Milestone = i % 2 == 0 ? Milestone.Published : Milestone.Final, Number = i + 1, Index = value, Predicate = value is null ? null : "good",
                InstrumentHash = "h", EngineVersion = "1", Document = "{}", Hash = $"hash{i}", TakenAt = Start.AddDays(i), TakenByName = "ana",
            }));
            await db.SaveChangesAsync();
        });
        return space;
    }

    public static Guid Id(int kind, int number) => new($"0197{kind:x4}-0000-7000-8000-{number * 7919 % 4096:x12}");

    private sealed record PortabilityFilled(string Subject) : AuditFact(Subject);
}
