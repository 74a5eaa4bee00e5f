using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Audit;

internal sealed record SomethingDone(string What, [property: Personal] string? Somebody = null) : AuditFact($"things/{What}");

/// <summary>Time as another clock shows it.</summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}

internal static class Chain
{
    /// <summary>Seals as one minute from now, so that the events of the test are settled.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    public static Task<int> SealAsync(this TestSpace space, TimeSpan? after = null) => space.RunAsync(services =>
        new SealAuditEvents(services.GetRequiredService<SpaceDbContext>(), new ShiftedClock(after ?? Soon)).HandleAsync());

    public static Task<AuditVerification> VerifyAuditAsync(this TestSpace space, string? head = null) =>
        space.RunAsync(services => services.GetRequiredService<VerifyAudit>().HandleAsync(head));

    /// <summary>Writes events as they are written by saves, dated now or otherwise.</summary>
    public static Task RecordAsync(this TestSpace space, TimeSpan shift, params string[] things) => space.RunAsync(async services =>
    {
        var trail = new AuditTrail(services.GetRequiredService<SpaceDbContext>(), services.GetRequiredService<Core.Security.ActorContext>(), new ShiftedClock(shift));
        foreach (var thing in things) trail.Record(new SomethingDone(thing));
        await services.GetRequiredService<SpaceDbContext>().SaveChangesAsync();
    });

    public static Task RecordAsync(this TestSpace space, params string[] things) => space.RecordAsync(TimeSpan.Zero, things);

    /// <summary>Three blocks of three, three and one event.</summary>
    public static async Task<TestSpace> WithThreeBlocksAsync(this TestApp app)
    {
        var space = await app.CreateSpaceAsync();
        await space.RecordAsync("a", "b", "c");
        await space.SealAsync();
        await space.RecordAsync("d", "e", "f");
        await space.SealAsync();
        await space.RecordAsync("g");
        await space.SealAsync();
        return space;
    }
}
