using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Files;
using DgccAssess.Tests.Features.Instruments;
using DgccAssess.Tests.Features.Tenants.Files;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Cli;

public sealed class AwardApplyTests : IDisposable
{
    private const string Awards = """
        languages: [ar, fr, en]
        awards:
          - code: prize
            names: { ar: جائزة, fr: Prix, en: Prize }
            instrument: dgcc-2026
            rounding: { decimals: 2, mode: halfUp }
            categories:
              - code: best
                names: { ar: الأفضل, fr: Le meilleur, en: The best }
                eligibility: { groups: [central] }
                measure: { of: index }
                winners: 1

        """;

    private readonly SampleTenant sample = new(RepositoryFiles.Instrument("dgcc-2026"));
    private readonly TestInstallation installation = new();

    public AwardApplyTests() => File.WriteAllText(sample.PathOf("awards.yaml"), Awards);

    [Fact]
    public async Task Run_DeclaresTheAwardsOnceAndSaysSoBefore()
    {
        var rehearsal = await ApplyAsync("--dry-run");
        var run = await ApplyAsync();

        Assert.Equal((0, ""), (rehearsal.Code, rehearsal.Error));
        Assert.Matches("tunisia: award to declare: prize, sha256 [0-9a-f]{64}", rehearsal.Output);
        Assert.Contains("tunisia: 1 awards declared, 0 withdrawn", run.Output, StringComparison.Ordinal);
        var stored = await installation.ReadAsync("tunisia", db => db.AwardVersions.SingleAsync());
        Assert.Equal(("prize", 1, stored.Hash), (stored.Code, stored.Number, CanonicalText.Hash(AwardVersion.Parse(stored.Document!).ToCanonicalJson())));
        Assert.Equal(1, await EventsAsync("AwardDeclared"));

        Assert.Equal((0, "tunisia: nothing to change", ""), await ApplyAsync("--dry-run"));
        Assert.Equal((0, "tunisia: nothing to change", ""), await ApplyAsync());
    }

    [Fact]
    public async Task Run_ChangedTakenAwayAndBroughtBack_KeepsEveryVersion()
    {
        await ApplyAsync();
        sample.Edit("awards.yaml", "winners: 1", "winners: 2");
        Assert.Equal("tunisia: 1 awards declared, 0 withdrawn", (await ApplyAsync()).Output);
        File.Delete(sample.PathOf("awards.yaml"));
        Assert.Equal("tunisia: award to withdraw: prize", (await ApplyAsync("--dry-run")).Output);
        Assert.Equal("tunisia: 0 awards declared, 1 withdrawn", (await ApplyAsync()).Output);
        Assert.Equal("tunisia: nothing to change", (await ApplyAsync()).Output);
        File.WriteAllText(sample.PathOf("awards.yaml"), Awards);
        await ApplyAsync();

        var versions = await installation.ReadAsync("tunisia", db => db.AwardVersions.OrderBy(a => a.Number).ToListAsync());
        Assert.Equal([1, 2, 3, 4], versions.Select(a => a.Number));
        Assert.Equal([false, false, true, false], versions.Select(a => a.Document is null));
        Assert.Equal(versions[0].Hash, versions[3].Hash);
        Assert.Equal((3, 1), (await EventsAsync("AwardDeclared"), await EventsAsync("AwardWithdrawn")));
        Assert.Equal("tunisia: nothing to change", (await ApplyAsync()).Output);
    }

    [Theory]
    [InlineData("groups: [central]", "groups: [centre]", "10:32: The tenant has no agency group 'centre'.")]
    [InlineData("of: index }", "of: node, node: D9 }", "11:18: dgcc-2026 has no node 'D9'.")]
    [InlineData("instrument: dgcc-2026", "instrument: spbe-2020", "5:17: The tenant does not use the instrument 'spbe-2020'.")]
    [InlineData("languages: [ar, fr, en]", "languages: [fr, en]", "1:12: The language 'ar' of the tenant is missing.")]
    [InlineData("winners: 1", "winer: 1", "12:9: The key 'winer' is unknown here.")]
    public async Task Run_BrokenAwards_RefusesTheWholeTenantWithFileAndLine(string find, string replacement, string message)
    {
        sample.Edit("awards.yaml", find, replacement);

        foreach (var refused in new[] { await ApplyAsync("--dry-run"), await ApplyAsync() })
        {
            Assert.Equal((2, ""), (refused.Code, refused.Output));
            Assert.Contains($"{sample.PathOf("awards.yaml")}:{message}", refused.Error, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.GetFileSystemEntries(installation.Folder));
    }

    public void Dispose()
    {
        installation.Dispose();
        sample.Dispose();
    }

    private Task<(int Code, string Output, string Error)> ApplyAsync(params string[] options) => installation.RunAsync(["tenant", "apply", sample.Folder, .. options]);

    private Task<int> EventsAsync(string type) => installation.ReadAsync("tunisia", db => db.AuditEvents.CountAsync(e => e.Type == type && e.Subject == "awards/prize"));
}
