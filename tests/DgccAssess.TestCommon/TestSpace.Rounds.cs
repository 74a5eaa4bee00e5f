using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Agencies;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed record TestRound(Guid Id, string Code, Guid InstrumentVersionId);

public sealed partial class TestSpace
{
    public Task<Agency> CreateAgencyAsync(string code = "kemenko-perekonomian", string group = "ministry", string? name = null) => RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        var agency = Agency.Create(services.GetRequiredService<TimeProvider>().NewId(), code, group, LocalizedText.Of(("en", name ?? $"Agency {code}")));
        db.Agencies.Add(agency);
        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new TestAgencyAdded(code));
        await db.SaveChangesAsync();
        return agency;
    });

    /// <summary>A shipped instrument (tenants/instruments/CODE) in this space.</summary>
    public Task<InstrumentVersion> ImportInstrumentAsync(string code = "spbe-2020") =>
        RunAsync(services => services.GetRequiredService<ImportInstrument>().HandleAsync(ShippedInstruments.Get(code)));

    /// <summary>An open round with these agencies, which are created when they are not there.</summary>
    public async Task<TestRound> OpenRoundAsync(string code = "2021", string instrument = "spbe-2020", params string[] agencies)
    {
        var version = await ImportInstrumentAsync(instrument);
        if (agencies.Length == 0) agencies = ["kemenko-perekonomian"];
        var known = await ReadAsync(db => db.Agencies.Select(a => a.Code).ToListAsync());
        foreach (var agency in agencies.Except(known)) await CreateAgencyAsync(agency);

        var opened = await RunAsync(services => services.GetRequiredService<OpenRound>()
            .HandleAsync(new OpenRoundCommand(code, CycleType.Evaluation, version.Id, AnswersDueAt: null, agencies)));
        return opened.Succeeded
            ? new TestRound(opened.Value!.Id, code, version.Id)
            : throw new InvalidOperationException(string.Join(", ", opened.Problems));
    }

    public Task<Guid> AgencyIdAsync(string code) => ReadAsync(db => db.Agencies.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());

    private sealed record TestAgencyAdded(string Code) : Core.Audit.AuditFact($"agencies/{Code}");
}

/// <summary>The instruments of tenants/instruments, read once.</summary>
public static class ShippedInstruments
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, InstrumentDocument> Read = new();

    public static InstrumentDocument Get(string code) => Read.GetOrAdd(code, c => InstrumentFolder.Read(Path.Combine(RepositoryRoot.Find(), "tenants", "instruments", c)).Value!);
}
