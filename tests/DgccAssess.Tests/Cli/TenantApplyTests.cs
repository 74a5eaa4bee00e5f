using DgccAssess.Tests.Features.Instruments;
using DgccAssess.Tests.Features.Tenants.Files;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Cli;

public sealed class TenantApplyTests : IDisposable
{
    private readonly SampleTenant sample = new(RepositoryFiles.Instrument("dgcc-2026"));
    private readonly TestInstallation installation = new(password: "correct horse battery");

    [Fact]
    public async Task DryRun_NewTenant_SaysEverythingAndMakesNothing()
    {
        var rehearsal = await DryRunAsync();

        Assert.Equal((0, ""), (rehearsal.Code, rehearsal.Error));
        Assert.Contains($"tunisia: database to create: Sqlite {installation.Folder}/tunisia.db", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("tunisia: setting time zone: Africa/Tunis", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("tunisia: instrument to add: dgcc-2026, sha256 ", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("tunisia: agency to add: demo-commune, Model Municipality (synthetic)", rehearsal.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(installation.Folder));
    }

    [Fact]
    public async Task DryRun_ThenRun_DoesWhatWasSaidAndNothingTheSecondTime()
    {
        await ApplyAsync();
        sample.Edit("tenant.yaml", "Africa/Tunis", "Africa/Algiers");
        sample.Edit("agencies.csv", "Model Municipality", "Sample Municipality");
        sample.Edit("agencies.csv", "demo-services,", "other-services,");
        var events = await EventsAsync();

        var rehearsal = await DryRunAsync();

        Assert.Equal((0, ""), (rehearsal.Code, rehearsal.Error));
        Assert.Equal(
            [
                "tunisia: setting to change: time zone: Africa/Tunis -> Africa/Algiers",
                "tunisia: agency to add: other-services, Digital Services Agency (synthetic)",
                "tunisia: agency to change: demo-commune, name in 'en': Model Municipality (synthetic) -> Sample Municipality (synthetic)",
                "tunisia: agency to remove: demo-services, Digital Services Agency (synthetic)",
            ],
            rehearsal.Output.Split(Environment.NewLine));
        Assert.Equal(events, await EventsAsync());

        var run = await ApplyAsync();

        Assert.Equal($"tunisia: settings changed: time zone{Environment.NewLine}tunisia: 0 instruments added, 1 agencies added, 1 changed, 1 removed", run.Output);
        Assert.Equal(["demo-commune", "other-services"], await installation.ReadAsync("tunisia", db => db.Agencies.OrderBy(a => a.Code).Select(a => a.Code).ToListAsync()));
        Assert.Equal(1, await installation.ReadAsync("tunisia", db => db.AuditEvents.CountAsync(e => e.Type == "AgencyRemoved" && e.Subject == "agencies/demo-services")));
        Assert.Equal((0, "tunisia: nothing to change", ""), await ApplyAsync());
        Assert.Equal((0, "tunisia: nothing to change", ""), await DryRunAsync());
    }

    [Fact]
    public async Task IdentityProvider_IsPlannedAppliedOnceAndTakenAway()
    {
        await ApplyAsync();
        const string Provider = "country: TN\nidentityProvider: { issuer: \"https://sso.example\", clientId: dgcc, names: { ar: ا, fr: F, en: E }, allow: { domains: [gov.example] }, localSignIn: false }\n";
        sample.Edit("tenant.yaml", "country: TN\n", Provider);

        Assert.Contains("tunisia: setting to change: identity provider issuer: (none) -> https://sso.example", (await DryRunAsync()).Output, StringComparison.Ordinal);
        Assert.Null(await ProviderAsync());
        Assert.Equal(0, (await ApplyAsync()).Code);
        Assert.Equal("https://sso.example", await ProviderAsync());
        Assert.Equal((0, "tunisia: nothing to change", ""), await ApplyAsync());

        sample.Edit("tenant.yaml", "localSignIn: false", "localSignIn: true");
        Assert.Equal("tunisia: setting to change: identity provider local sign in: no -> yes", (await DryRunAsync()).Output);
        sample.Edit("tenant.yaml", Provider.Replace("false", "true", StringComparison.Ordinal), "country: TN\n");
        Assert.Contains("identity provider issuer: https://sso.example -> (none)", (await DryRunAsync()).Output, StringComparison.Ordinal);
        await ApplyAsync();
        Assert.Null(await ProviderAsync());

        Task<string?> ProviderAsync() => installation.ReadAsync("tunisia", db => Task.FromResult(db.Space.Settings.IdentityProvider?.Issuer));
    }

    [Fact]
    public async Task Run_AgencyThatSomebodyWorksFor_IsRefusedAndNothingElseIsDone()
    {
        await ApplyAsync();
        await installation.RunAsync("user", "add", "--space", "tunisia", "--email", "a@example.org", "--name", "A", "--role", "coordinator", "--agency", "demo-services");
        sample.Edit("tenant.yaml", "Africa/Tunis", "Africa/Algiers");
        sample.Edit("agencies.csv", "demo-services,", "other-services,");
        var events = await EventsAsync();

        foreach (var refused in new[] { await DryRunAsync(), await ApplyAsync() })
        {
            Assert.Equal((2, ""), (refused.Code, refused.Output));
            Assert.Equal(
                "tunisia: agency 'demo-services' (Digital Services Agency (synthetic)) is not in agencies.csv any more, but 1 accounts work for it. Put its line back; nothing was changed.",
                refused.Error);
        }

        Assert.Equal(events, await EventsAsync());
        Assert.Equal("Africa/Tunis", await installation.ReadAsync("tunisia", db => Task.FromResult(db.Space.Settings.TimeZone)));
        Assert.Equal(2, await installation.ReadAsync("tunisia", db => db.Agencies.CountAsync()));
    }

    [Fact]
    public async Task Run_AgencyWithAnAssessment_IsRefused()
    {
        await installation.ApplyAsync("tunisia");
        Directory.CreateDirectory(Path.Combine(installation.Folder, "demo"));
        File.Copy(Path.Combine(TestInstallation.Tenants, "tunisia", "demo.json"), Path.Combine(installation.Folder, "demo", "demo.json"));
        await installation.RunAsync("demo", "--tenants", Path.Combine(installation.Folder, "demo"));
        sample.Edit("agencies.csv", "demo-services,", "other-services,");

        var refused = await ApplyAsync();

        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.StartsWith("tunisia: agency 'demo-services' (Digital Services Agency (synthetic)) is not in agencies.csv any more, but 1 of its assessments are kept here and 3 accounts work for it.", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_AndPicture_ArePlannedWrittenAndTakenAwayAgain()
    {
        await ApplyAsync();
        File.WriteAllText(sample.PathOf("logo.svg"), """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#000" d="M0 0h4v4H0z"/></svg>""");
        sample.Edit("tenant.yaml", "\"#A61B29\"", "\"#A61B29\"\n  logo: logo.svg");
        sample.Edit("texts/fr.yaml", "for officials", "pour les agents");
        File.Delete(sample.PathOf("texts/en.yaml"));

        var rehearsal = await DryRunAsync();
        var run = await ApplyAsync();

        string[] lines = ["text privacy in 'en'", "text signInNotice in 'en'", "text signInNotice in 'fr'", "logo"];
        Assert.All(lines, line => Assert.Contains($"tunisia: to write: {line}", rehearsal.Output, StringComparison.Ordinal));
        Assert.EndsWith($"tunisia: 4 texts and pictures written", run.Output, StringComparison.Ordinal);
        Assert.Equal(["ar", "fr"], await installation.ReadAsync("tunisia", db => db.SpaceTexts.Select(t => t.Language).Distinct().Order().ToListAsync()));
        Assert.Equal(1, await installation.ReadAsync("tunisia", db => db.AuditEvents.CountAsync(e => e.Type == "SpaceLogoChanged")));
        Assert.Equal("tunisia: nothing to change", (await ApplyAsync()).Output);

        sample.Edit("tenant.yaml", "\n  logo: logo.svg", "");
        await ApplyAsync();

        Assert.Equal(0, await installation.ReadAsync("tunisia", db => db.SpacePictures.CountAsync()));
    }

    [Fact]
    public async Task Run_HostOfAnotherSpace_IsRefusedAndNothingIsDone()
    {
        await installation.ApplyAsync("peru");
        sample.Edit("tenant.yaml", "hosts: [tunisia.example.org]", "hosts: [peru.example.org]");

        foreach (var refused in new[] { await DryRunAsync(), await ApplyAsync() })
        {
            Assert.Equal(2, refused.Code);
            Assert.EndsWith("tunisia: the host 'peru.example.org' leads to space 'peru' already. Take it from one of them; nothing was changed.", refused.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Combine(installation.Folder, "tunisia.db")));
    }

    [Fact]
    public async Task Hub_DryRun_MakesNothing()
    {
        var rehearsal = await installation.RunAsync("tenant", "apply", Path.Combine(TestInstallation.Tenants, "hub"), "--dry-run");

        Assert.Equal((0, ""), (rehearsal.Code, rehearsal.Error));
        Assert.StartsWith("hub: database to create: Sqlite ", rehearsal.Output, StringComparison.Ordinal);
        Assert.Contains("hub: setting time zone: Asia/Seoul", rehearsal.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(installation.Folder));
    }

    [Fact]
    public async Task Run_RegisteredTenantWhoseDatabaseIsAway_MakesNoOtherOne()
    {
        await ApplyAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(Path.Combine(installation.Folder, "tunisia.db"), Path.Combine(installation.Folder, "elsewhere.db"));

        foreach (var refused in new[] { await DryRunAsync(), await ApplyAsync(), await installation.RunAsync("migrate") })
        {
            Assert.Equal(1, refused.Code);
            Assert.StartsWith("tunisia is registered, but there is no database at Sqlite ", refused.Error, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(Path.Combine(installation.Folder, "tunisia.db")));
    }

    public void Dispose()
    {
        installation.Dispose();
        sample.Dispose();
    }

    private Task<(int Code, string Output, string Error)> ApplyAsync() => installation.RunAsync("tenant", "apply", sample.Folder);

    private Task<(int Code, string Output, string Error)> DryRunAsync() => installation.RunAsync("tenant", "apply", sample.Folder, "--dry-run");

    private Task<int> EventsAsync() => installation.ReadAsync("tunisia", db => db.AuditEvents.CountAsync());
}
