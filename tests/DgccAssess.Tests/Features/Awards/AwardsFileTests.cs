using System.Text;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Files;
using DgccAssess.Core.Features.Instruments.Files;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Scoring.Awards;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.Awards;

public sealed class AwardsFileTests
{
    [Fact]
    public void Read_Sample_GivesEveryRule()
    {
        using var sample = new SampleAwards();

        var award = sample.ReadSound().Award;

        Assert.Equal(("prize", "spbe-2020", OnePerAgency.CategoryOrder, 2), (award.Code, award.Instrument, award.OnePerAgency, award.Jury!.MinimumJurors));
        var best = award.Categories[0];
        Assert.Equal(["ministry", "city"], best.Eligibility.Groups);
        Assert.Equal([new Figure(FigureKind.Node, "D4"), new Figure(FigureKind.Increase), new Figure(FigureKind.Gap)], best.TieBreaks);
        Assert.Equal([new PrizeLevel("gold", 1, null), new PrizeLevel("second", 1, null)], best.Levels);
        Assert.Equal([new MeasurePart(new Figure(FigureKind.Index), 60, 1, 5), new MeasurePart(new Figure(FigureKind.Jury), 40, 0, 10)], award.Categories[1].Measure.Parts);
        Assert.Equal((50m, null, EntryWaiver.OpenObjection), (award.Categories[1].Threshold, award.Categories[1].Winners, Assert.Single(award.Categories[1].Eligibility.Allow)));
    }

    [Theory]
    [InlineData("languages: [en, fr]", "languages: [en, fr, ar]", "5:12", "The name in 'ar' is missing.")]
    [InlineData("winners: 2", "winers: 2", "22:9", "The key 'winers' is unknown here. Did you mean 'winners'?")]
    [InlineData("winners: 2", "", "18:9", "Nothing says who wins.")]
    [InlineData("winners: 2", "winners: 0", "22:18", "0 is out of range.")]
    [InlineData("winners: 2", "winners: 3", "23:17", "The levels have 2 places, but 3 win.")]
    [InlineData("winners: 2", "winners: two", "22:18", "'winners' must be a whole number, not a text (two).")]
    [InlineData("of: index }", "of: indeks }", "21:24", "'indeks' is no value of 'of'. Did you mean 'index'?")]
    [InlineData("of: index }", "of: gap }", "21:18", "The gap can't rank")]
    [InlineData("measure: { of: index }", "measure: []", "21:18", "Nothing says what ranks.")]
    [InlineData("of: node, node: D4", "of: node", "24:20", "It is not said which node.")]
    [InlineData("minimumPredicate: good", "minimumPredicate: fine", "20:68", "There is no predicate 'fine'.")]
    [InlineData("minimumIndex: 2.6", "minimumIndex: 2.605", "20:88", "The limit 2.605 has more decimals than the figures shown.")]
    [InlineData("[openObjection]", "[openObjections]", "27:32", "'openObjections' can't be allowed, or stands twice. Did you mean 'openObjection'?")]
    [InlineData("criterion: impact }", "criterion: effect }", "32:20", "The jury has no criterion 'effect'.")]
    [InlineData("weight: 60, from: 1, to: 5", "weight: 60, from: 5, to: 1", "29:11", "The range from 5 to 1 is empty.")]
    [InlineData("- code: mixed", "- code: BEST", "25:15", "The code 'BEST' is used twice")]
    [InlineData("awards:\n", "awards: []\nmore:\n", "3:9", "There are 0 awards.")]
    public void Read_FaultyFile_PointsAtTheFault(string find, string replacement, string at, string message)
    {
        using var sample = new SampleAwards();
        sample.Replace(find, replacement);

        var result = sample.Read();

        Assert.Null(result.Value);
        Assert.Contains(result.Problems, p => p.ToString().StartsWith($"{sample.Awards}:{at}: {message}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HostileFilesTests.Texts), MemberType = typeof(HostileFilesTests))]
    public void Read_HostileText_IsRefusedAtOnce(string at, string message, string text)
    {
        using var sample = new SampleAwards();
        sample.Write(AwardsFile.Name, text);

        Assert.Contains(sample.Read().Problems, p => $"{p.Line}:{p.Column}" == at && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HostileFilesTests.Bytes), MemberType = typeof(HostileFilesTests))]
    public void Read_HostileBytes_AreRefusedAtOnce(string at, string message, byte[] bytes)
    {
        using var sample = new SampleAwards();
        File.WriteAllBytes(sample.Awards, bytes);

        var problem = Assert.Single(sample.Read().Problems);
        Assert.Equal(at, $"{problem.Line}:{problem.Column}");
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TenantsFileThatIsALink_IsRefused()
    {
        using SampleAwards sample = new(), outside = new();
        File.Delete(sample.Awards);
        File.CreateSymbolicLink(sample.Awards, outside.Awards);

        Assert.Contains(AwardsFile.Read(sample.Folder, new AwardSurroundings([], [], []), []).Problems, p => p.Message.Contains("symbolic link", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AgainstTheTenant_PointsAtWhatIsNotThere()
    {
        using var sample = new SampleAwards();
        var spbe = InstrumentFolder.Read(RepositoryFiles.Instrument("spbe-2020")).Value!.Instrument;

        Assert.Equal(
            [
                "2:12 The language 'id' of the tenant is missing.", "20:32 The tenant has no agency group 'city'.",
            ],
            AwardsFile.Read(sample.Folder, new AwardSurroundings(["ministry"], [], [spbe]), ["en", "id"]).Problems.Select(p => $"{p.Line}:{p.Column} {p.Message}"));
        Assert.Equal(
            ["6:17 The tenant does not use the instrument 'spbe-2020'."],
            AwardsFile.Read(sample.Folder, new AwardSurroundings(["ministry", "city"], [], []), ["en"]).Problems.Select(p => $"{p.Line}:{p.Column} {p.Message}"));
    }

    [Fact]
    public void Read_TenantWithoutAwards_HasNone() => Assert.Empty(AwardsFile.Read(RepositoryFiles.Root, new AwardSurroundings([], [], []), []).Value!);

    [Fact]
    public void CanonicalJson_IsReadBackAndKeepsItsBytes()
    {
        using var sample = new SampleAwards();
        var json = sample.ReadSound().ToCanonicalJson();

        Assert.StartsWith("""{"award":{"categories":[{"code":"best","eligibility":{"allow":[],"groups":["ministry","city"],"minimumIndex":2.6,""", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Equal(json, AwardDocument.FromCanonicalJson(json).ToCanonicalJson());
        Assert.Throws<FormatException>(() => AwardDocument.FromCanonicalJson(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(":", ": ", StringComparison.Ordinal))));
        Assert.Throws<FormatException>(() => AwardDocument.FromCanonicalJson("{}"u8.ToArray()));
    }

    [Fact]
    public void CanonicalJson_CommentsDoNotReachIt_EveryRuleDoes()
    {
        using SampleAwards sample = new(), commented = new(), changed = new();
        commented.Replace("# A sample.", "# Another.\n#");
        changed.Replace("minimumJurors: 2", "minimumJurors: 3");

        Assert.Equal(sample.ReadSound().ToCanonicalJson(), commented.ReadSound().ToCanonicalJson());
        Assert.NotEqual(sample.ReadSound().ToCanonicalJson(), changed.ReadSound().ToCanonicalJson());
    }

    public static TheoryData<string> Tenants => new(RepositoryFiles.Tenants);

    [Theory]
    [MemberData(nameof(Tenants))]
    public void Read_ShippedTenant_DeclaresSoundAwards(string id)
    {
        var folder = RepositoryFiles.Tenant(id);
        var settings = TenantFile.Read(folder).Value!.Space.Settings;
        var instruments = settings.Instruments.Select(code => InstrumentFolder.Read(RepositoryFiles.Instrument(code)).Value!.Instrument).ToList();

        var awards = AwardsFile.Read(folder, new AwardSurroundings([.. settings.AgencyGroups.Select(g => g.Code)], [.. settings.Regions.Select(r => r.Code)], instruments), settings.Languages);

        Assert.Empty(awards.Problems);
        Assert.NotEmpty(awards.Value!);
    }

    [Fact]
    public void Read_IndonesiasTemplates_GiveAsManyPrizesAsWereGiven() => Assert.Equal(
        [("digital-government-2023", 6, 38), ("digital-government-2024", 6, 65)],
        AwardsFile.Read(Path.Combine(RepositoryFiles.Tenant("indonesia"), AwardsFile.Name)).Value!.Select(a => (a.Award.Code, a.Award.Categories.Count, a.Award.Categories.Sum(c => c.Winners!.Value))));

    [Fact]
    public void Read_Templates_AreSoundForEveryTenantOfTheirInstrument()
    {
        var instrument = InstrumentFolder.Read(RepositoryFiles.Instrument("dgcc-2026")).Value!.Instrument;
        var folders = Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "tenants", "awards"));

        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Empty(AwardsFile.Read(folder, new AwardSurroundings([], [], [instrument]), []).Problems));
    }
}
