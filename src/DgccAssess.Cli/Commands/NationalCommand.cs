using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DgccAssess.Cli.Demo;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Demonstration;
using DgccAssess.Core.Features.National;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Cli.Commands;

/// <summary><c>dgcc demo national</c>: a synthetic nation with published rounds of several years, from the nation.json of a tenant's folder. A second run changes nothing.</summary>
internal static class NationalCommand
{
    private sealed record Asked(string Folder, string? Tenant, int? Rounds, int? Agencies, int Seed);

    public static Command Create(IConfiguration? configuration, Option<string> folder)
    {
        var tenant = new Option<string?>("--tenant") { Description = "One tenant only, for example indonesia; all that have a nation.json when left out" };
        var rounds = new Option<int?>("--rounds") { Description = "Yearly rounds; as many as nation.json says when left out" };
        var agencies = new Option<int?>("--agencies") { Description = "A smaller nation in the same proportions" };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 7, Description = "The same seed makes the same nation" };
        rounds.Validators.Add(parsed => InRange(parsed, parsed.GetValueOrDefault<int?>(), 1, 20));
        agencies.Validators.Add(parsed => InRange(parsed, parsed.GetValueOrDefault<int?>(), 1, 5000));
        var command = new Command("national", "Creates a synthetic nation with published rounds; refused in production") { tenant, rounds, agencies, seed };
        command.SetAction((parsed, ct) => RunAsync(
            configuration, new(parsed.GetRequiredValue(folder), parsed.GetValue(tenant), parsed.GetValue(rounds), parsed.GetValue(agencies), parsed.GetValue(seed)), parsed.InvocationConfiguration, ct));
        return command;
    }

    private static void InRange(System.CommandLine.Parsing.OptionResult parsed, int? value, int least, int most)
    {
        if (value < least || value > most) parsed.AddError(string.Create(CultureInfo.InvariantCulture, $"{parsed.Option.Name} is {value}; it must be from {least} to {most}."));
    }

    private static async Task<int> RunAsync(IConfiguration? configuration, Asked asked, InvocationConfiguration console, CancellationToken ct)
    {
        await using var services = CommandServices.Create(configuration);
        if (await DemoCommand.IsRefusedAsync(services, console.Error)) return ExitCodes.BadInput;

        var files = DemoCommand.Files(asked.Folder, NationFile.Name).Where(f => asked.Tenant is null || new FileInfo(f).Directory!.Name == asked.Tenant).ToList();
        if (files.Count == 0)
        {
            await console.Error.WriteLineAsync($"There is no {NationFile.Name} of {asked.Tenant ?? "any tenant"} below '{asked.Folder}'.");
            return ExitCodes.BadInput;
        }

        foreach (var path in files)
        {
            var file = await NationFile.ReadAsync(path, ct);
            if (await services.FindTenantAsync(file.Space, ct) is not { } space)
            {
                await console.Error.WriteLineAsync($"There is no tenant '{file.Space}'. Apply its folder first: dgcc tenant apply {Path.GetDirectoryName(path)}");
                return ExitCodes.BadInput;
            }

            if (asked.Agencies is { } agencies) file = file.Of(agencies);
            await CreateAsync(services, space, file with { Rounds = asked.Rounds ?? file.Rounds }, await DemoFile.ReadAsync(Path.Combine(Path.GetDirectoryName(path)!, DemoFile.Name), ct), asked.Seed, console.Output, ct);
        }

        return ExitCodes.Ok;
    }

    private static async Task CreateAsync(ServiceProvider services, SpaceInfo space, NationFile file, DemoFile demo, int seed, TextWriter output, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var assessors = await new DemoPeople(services.GetRequiredService<SpaceScopes>(), space).AssessorsAsync(demo, ct);
        var document = DemoPdf.Write("SYNTHETIC DEMONSTRATION DATA", "This page stands where a real document would be. It proves nothing.");
        var (rounds, rows) = await services.InSpaceAsync(space, "dgcc demo national (synthetic)", async scope =>
        {
            var (done, written, last) = (new List<string>(), 0L, TimeSpan.Zero);
            await foreach (var round in scope.GetRequiredService<CreateNation>().HandleAsync(new(file, seed, assessors, document), ct))
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"/{space.Identifier}  round {round.Code}: {round.Added} of {round.Agencies} synthetic agencies, {round.Rows:N0} rows in {(clock.Elapsed - last).TotalSeconds:F1} s"));
                done.Add(round.Code);
                (written, last) = (written + round.Rows, clock.Elapsed);
            }

            return (done, written);
        });
        var (seconds, bytes) = (clock.Elapsed.TotalSeconds, await SizeAsync(services, space, ct));
        await output.WriteLineAsync(rounds.Count == 0
            ? $"/{space.Identifier}  the synthetic nation is there already"
            : string.Create(CultureInfo.InvariantCulture, $"/{space.Identifier}  synthetic nation: {rows:N0} rows in {seconds:F1} s ({rows / seconds:N0} rows/s), database {bytes / 1e6:N0} MB"));
        if (rounds.Count > 0) await PublishAsync(services, space, rounds, output, ct);
    }

    /// <summary>The national result of every round, open at once: profile, charts and the public site have something to show.</summary>
    private static async Task PublishAsync(ServiceProvider services, SpaceInfo space, IReadOnlyList<string> rounds, TextWriter output, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        foreach (var round in rounds.Order(StringComparer.Ordinal))
        {
            var published = await services.InSpaceAsync(space, "dgcc demo national (synthetic)", scope => scope.GetRequiredService<PublishNational>()
                .HandleAsync(new(round, scope.GetRequiredService<TimeProvider>().UtcNow, Incomplete: true, Reason: null, Version: 0), ct));
            if (!published.Succeeded) throw new InvalidOperationException($"The national result of {round} could not be published: {string.Join("; ", published.Problems)}");
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"/{space.Identifier}  national results of {rounds.Count} rounds published in {clock.Elapsed.TotalSeconds:F1} s"));
    }

    private static async Task<long> SizeAsync(ServiceProvider services, SpaceInfo space, CancellationToken ct)
    {
        var databases = services.GetRequiredService<SpaceDatabases>();
        await using var db = databases.OpenTenant(space);
        return (await db.Database.SqlQueryRaw<long>(Providers.SizeQuery(databases.PlaceOf(space.Id).Provider)).ToListAsync(ct))[0];
    }
}
