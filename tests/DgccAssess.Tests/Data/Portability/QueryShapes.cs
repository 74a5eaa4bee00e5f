using System.Globalization;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Data.Portability;

/// <summary>The shapes of the queries that pages and the API send: filter, order, page, group, join, the last of each, text, figures, instants.</summary>
internal static class QueryShapes
{
    private static readonly DateTime Start = PortabilityScene.Start;
    private static readonly Guid Middle = PortabilityScene.Id(3, 6);

    public static IReadOnlyDictionary<string, Func<TenantDbContext, Task<List<string>>>> All { get; } = new Dictionary<string, Func<TenantDbContext, Task<List<string>>>>
    {
        ["codes in order"] = db => Rows(db.Agencies.OrderBy(a => a.Code).Select(a => a.Code)),
        ["codes in order, last first"] = db => Rows(db.Agencies.OrderByDescending(a => a.Code).Select(a => a.Code)),
        ["group, then code"] = db => Rows(db.Agencies.OrderBy(a => a.Group).ThenBy(a => a.Code).Select(a => a.Group + " " + a.Code)),
        ["code equals, letter case minded"] = db => Rows(db.Agencies.Where(a => a.Region == "west").OrderBy(a => a.Code).Select(a => a.Code)),
        ["codes after a cursor"] = db => Rows(db.Agencies.Where(a => a.Code.CompareTo("a10") > 0).OrderBy(a => a.Code).Select(a => a.Code)),
        ["codes before a cursor, last first"] = db => Rows(db.Agencies.Where(a => a.Code.CompareTo("ab") < 0).OrderByDescending(a => a.Code).Select(a => a.Code)),
        ["without a region"] = db => Rows(db.Agencies.Where(a => a.Region == null).OrderBy(a => a.Code).Select(a => a.Code)),
        ["not in that region, or in none"] = db => Rows(db.Agencies.Where(a => a.Region != "east").OrderBy(a => a.Code).Select(a => a.Code)),
        ["yes or no"] = db => Rows(db.Agencies.Where(a => a.Synthetic).OrderBy(a => a.Code).Select(a => a.Code)),
        ["one of a list"] = db => Rows(db.Agencies.Where(a => Codes.Contains(a.Code)).OrderBy(a => a.Code).Select(a => a.Code)),
        ["none of a list"] = db => Rows(db.Agencies.Where(a => !Codes.Contains(a.Code)).OrderBy(a => a.Code).Select(a => a.Code)),
        ["counted by group"] = db => Rows(db.Agencies.GroupBy(a => a.Group).OrderBy(g => g.Key).Select(g => g.Key + " " + g.Count())),
        ["distinct groups"] = db => Rows(db.Agencies.Select(a => a.Group).Distinct().OrderBy(g => g)),
        ["names in order"] = db => Rows(db.Users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => u.DisplayName)),
        ["names, second page"] = db => Rows(db.Users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Skip(7).Take(7).Select(u => u.DisplayName)),
        ["name equals, case and marks minded"] = db => Rows(db.Users.Where(u => u.DisplayName == "Ana" || u.DisplayName == "Andre").OrderBy(u => u.Id).Select(u => u.DisplayName)),
        ["address found by its normal form"] = db => Rows(db.Users.Where(u => u.NormalizedEmail == "U7@X.EXAMPLE").Select(u => u.DisplayName)),
        ["active ones"] = db => Rows(db.Users.Where(u => u.DeactivatedAt == null).OrderBy(u => u.Id).Select(u => u.DisplayName)),
        ["deactivated since"] = db => Rows(db.Users.Where(u => u.DeactivatedAt >= Start.AddDays(-9)).OrderByDescending(u => u.DeactivatedAt).Select(u => u.DisplayName)),
        ["events, newest first"] = db => Events(db, e => e),
        ["events after a cursor"] = db => Events(db, all => all.Where(e => e.At < Start.AddTicks(30) || (e.At == Start.AddTicks(30) && e.Id.CompareTo(Middle) < 0))),
        ["events from an instant until another"] = db => Events(db, all => all.Where(e => e.At >= Start.AddTicks(10) && e.At < Start.AddTicks(40))),
        ["events of a type, case minded"] = db => Events(db, all => all.Where(e => e.Type == "answerSaved")),
        ["subject begins with text that is a pattern elsewhere"] = db => Events(db, all => all.Where(e => e.Subject.Substring(0, 17) == "rounds/2026/a%b/1" || e.Subject.Substring(0, 15) == "rounds/2026/A_B")),
        ["latest event"] = db => Rows(db.AuditEvents.Where(e => e.Subject.Contains("2026")).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(1).Select(e => e.Details)),
        ["figures in order"] = async db => [.. (await db.Snapshots.Where(s => s.Index != null).OrderBy(s => s.Index).ThenBy(s => s.Number).Select(s => s.Index!.Value).ToListAsync()).Select(Figure)],
        ["figures between two"] = db => Rows(db.Ratings.Where(r => r.Value >= 1.5m && r.Value < 2.3m).OrderByDescending(r => r.Value).Select(r => r.Indicator)),
        ["figures after a cursor"] = db => Rows(db.Snapshots.Where(s => s.Index > 2.29m || (s.Index == 2.29m && s.Number > 1)).OrderBy(s => s.Index).ThenBy(s => s.Number).Select(s => s.Hash)),
        ["without a figure"] = db => Rows(db.Ratings.Where(r => r.Value == null).Select(r => r.Indicator)),
        ["kept as a word: stage"] = db => Rows(db.Ratings.Where(r => r.Stage == Stage.Interview).OrderBy(r => r.SavedAt).Select(r => r.Indicator)),
        ["last of each"] = db => Rows(db.Snapshots.Where(s => !db.Snapshots.Any(l => l.Milestone == s.Milestone && l.Number > s.Number)).OrderBy(s => s.Number).Select(s => s.Hash)),
        ["joined, counted below"] = db => Rows(db.Assessments.Join(db.Agencies, a => a.AgencyId, g => g.Id, (a, g) => g.Code + " " + db.Ratings.Count(r => r.AssessmentId == a.Id && r.Value != null))),
        ["taken on a day of UTC"] = db => Rows(db.Snapshots.Where(s => s.TakenAt >= Start.Date.AddDays(2) && s.TakenAt < Start.Date.AddDays(4)).OrderBy(s => s.TakenAt).Select(s => s.Hash)),
        ["highest number"] = async db => [Figure(await db.Snapshots.Where(s => s.Milestone == Milestone.Final).MaxAsync(s => s.Number))],
    };

    private static readonly string[] Codes = ["a-b", "z", "Z", "a10"];

    private static Task<List<string>> Rows(IQueryable<string> rows) => rows.ToListAsync();

    // 2.3, 2.30 and 2.300 are one figure; how many zeros a database writes is its own affair.
    private static string Figure(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static Task<List<string>> Events(TenantDbContext db, Func<IQueryable<AuditEvent>, IQueryable<AuditEvent>> which) =>
        Rows(which(db.AuditEvents.Where(e => e.Subject != "portability" && e.Details.StartsWith("{\"n\""))).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => e.Details));
}
