using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Demo;

/// <summary>Creates one tenant's demonstration; what is there already stays as it is.</summary>
internal sealed class DemoTenant(IServiceProvider services, SpaceInfo space, DemoFile demo, TextWriter output)
{
    private readonly DemoPeople people = new(services.GetRequiredService<SpaceScopes>(), space);

    public async Task CreateAsync(CancellationToken ct)
    {
        foreach (var account in demo.Accounts)
        {
            await people.EnsureAsync(account, ct);
            await output.WriteLineAsync($"/{space.Identifier}  {account.Email}  {account.Role}{(account.Agency is null ? "" : $" of {account.Agency}")}");
        }

        foreach (var round in demo.Rounds)
        {
            if (await OpenAsync(round, ct)) await output.WriteLineAsync($"/{space.Identifier}  round {round.Code} opened with {round.Agencies.Count} agencies");
            foreach (var assessment in round.Agencies)
            {
                var walk = new DemoWalk(people, demo, round, assessment);
                await walk.AnswerAsync(ct);
                if (assessment.Published && await walk.PublishAsync(ct)) await output.WriteLineAsync($"/{space.Identifier}  round {round.Code}: {assessment.Agency} published");
            }
        }
    }

    private Task<bool> OpenAsync(DemoRound round, CancellationToken ct) => people.AsAsync(demo.Accounts.First(a => a.Role == Roles.Organizer), async scope =>
    {
        var db = scope.GetRequiredService<TenantDbContext>();
        if (await db.Rounds.AnyAsync(r => r.Code == round.Code, ct)) return false;

        var instrument = await db.InstrumentVersions.Where(v => v.Code == round.Instrument).OrderByDescending(v => v.ImportedAt).Select(v => v.Id).FirstAsync(ct);
        DemoPeople.Succeed(await scope.GetRequiredService<OpenRound>().HandleAsync(
            new(round.Code, round.CycleType, instrument, Due(round.DaysOpen, scope.GetRequiredService<TimeProvider>()), [.. round.Agencies.Select(a => a.Agency)]), ct));
        return true;
    }, ct);

    /// <summary>17:00 in the tenant's time zone.</summary>
    private DateTime? Due(int? days, TimeProvider clock)
    {
        if (days is null) return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(space.Settings.TimeZone);
        return TimeZoneInfo.ConvertTimeToUtc(TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow, zone).Date.AddDays(days.Value).AddHours(17), zone);
    }
}
