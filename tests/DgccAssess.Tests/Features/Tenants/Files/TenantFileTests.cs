using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.Tenants.Files;

public sealed class TenantFileTests : IDisposable
{
    private readonly SampleTenant sample = new();

    public static TheoryData<string, string, string, string, string> Faults =>
        new()
        {
            { "tenant.yaml", "id: tunisia", "id: tunis", "5:5", "This space can't be called 'tunis'" },
            { "tenant.yaml", "timeZone: Africa/Tunis", "timeZone: Africa/Tuins", "13:11", "There is no time zone 'Africa/Tuins'" },
            { "tenant.yaml", "timeZone: Africa/Tunis", "timeZone: ../../etc/passwd", "13:11", "There is no time zone" },
            { "tenant.yaml", "firstDayOfWeek: monday", "firstDayOfWeek: lundi", "14:17", "There is no day 'lundi'" },
            { "tenant.yaml", "\"#A61B29\"", "\"#FF8800\"", "17:16", "can't be read on white" },
            { "tenant.yaml", "\"#A61B29\"", "\"red\"", "17:16", "is no colour" },
            { "tenant.yaml", "  accentColor", "  crest: ../../secret.png\n  accentColor", "17:3", "'crest'" },
            { "tenant.yaml", "supportContact", "suportContact", "21:1", "Did you mean 'supportContact'?" },
            { "tenant.yaml", "hosts: [tunisia.example.org]", "hosts: [\"tunisia example\"]", "19:9", "is no host name" },
            { "tenant.yaml", "instruments: [dgcc-2026]", "instruments: [dgcc-2027]", "24:15", "There is no instrument 'dgcc-2027'" },
            { "tenant.yaml", "instruments: [dgcc-2026]", "instruments: [../dgcc-2026]", "24:15", "There is no instrument" },
            { "tenant.yaml", "defaultLevel: 1", "defaultLevel: 5", "28:17", "There is no sharing level 5" },
            { "tenant.yaml", "  fr: Tunisie\n", "", "7:3", "The name in 'fr' is missing" },
            { "tenant.yaml", "code: local", "code: central", "33:11", "'central' can't be a code here, or stands twice" },
            { "agencies.csv", "demo-services,central", "demo-services,centre", "2:15", "There is no agency group 'centre'" },
            { "agencies.csv", "local,north", "local,nort", "3:20", "There is no region 'nort'. Did you mean 'north'?" },
            { "agencies.csv", "demo-commune", "demo-services", "3:1", "'demo-services' is used twice; the first is in line 2" },
            { "agencies.csv", "demo-commune", "Demo Commune", "3:1", "can't be an agency's code" },
            { "agencies.csv", "name_fr", "name_ft", "1:27", "Did you mean 'name_fr'?" },
            { "agencies.csv", "Commune modèle (organisme fictif)", "", "3:60", "The name in 'fr' is empty" },
            { "agencies.csv", "Commune modèle", "Commune, modèle", "3:1", "This line has 8 fields, not 7" },
            { "agencies.csv", "Commune modèle", "\"Commune modèle", "3:60", "never closed" },
            { "agencies.csv", "demo-commune", "\"demo\"-commune", "3:7", "followed by more text" },
            { "agencies.csv", "(synthetic),yes", "(synthetic),oui", "2:160", "'oui' is not allowed" },
        };

    [Theory]
    [InlineData("indonesia", "id en", 85, "ministry:34 province:34")]
    [InlineData("uzbekistan", "uz-Latn uz-Cyrl en", 52, "ministry:21 region:14")]
    [InlineData("serbia", "sr-Cyrl sr-Latn en", 73, "ministry:25 province:1 city:28")]
    [InlineData("tunisia", "ar fr en", 65, "ministry:25 governorate:24 municipality:1")]
    [InlineData("peru", "es en", 67, "sector:19 regional:25")]
    public void Read_ShippedTenant_IsSound(string id, string languages, int agencies, string groups)
    {
        var result = TenantFile.Read(RepositoryFiles.Tenant(id));

        Assert.Empty(result.Problems);
        var tenant = result.Value!;
        Assert.Equal(id, tenant.Space.Id);
        Assert.Equal(languages.Split(' '), tenant.Space.Settings.Languages);
        Assert.Equal(1, tenant.SharingDefaultLevel);
        Assert.Equal(agencies, tenant.Agencies.Count);
        Assert.All(groups.Split(' '), group => Assert.Equal(group, $"{group.Split(':')[0]}:{tenant.Agencies.Count(a => a.Group == group.Split(':')[0])}"));
        Assert.All(tenant.Agencies, a => Assert.Equal(tenant.Space.Settings.Languages.Order(), a.Names.Values.Keys.Order()));
    }

    [Fact]
    public void Read_Indonesia_HasTheAgencyOfTheGoldenCase()
    {
        var agency = Assert.Single(TenantFile.Read(RepositoryFiles.Tenant("indonesia")).Value!.Agencies, a => a.Code == "kemenko-perekonomian");

        Assert.Equal("Kementerian Koordinator Bidang Perekonomian", agency.Names.In("id"));
        Assert.False(agency.Synthetic);
    }

    [Fact]
    public void Read_ShippedTenants_MadeUpBodiesSaySoInEveryLanguage()
    {
        string[] marks = ["synthetic", "fictif", "وهمي", "oʻylab topilgan", "ўйлаб топилган", "измишљена", "izmišljena", "ficticia"];
        var madeUp = RepositoryFiles.Tenants.SelectMany(t => TenantFile.Read(RepositoryFiles.Tenant(t)).Value!.Agencies).Where(a => a.Code.StartsWith("demo-", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, madeUp.Count);
        Assert.All(madeUp, a => Assert.True(a.Synthetic));
        Assert.All(madeUp.SelectMany(a => a.Names.Values.Values), name => Assert.Contains(marks, mark => name.Contains(mark, StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_ShippedTenants_ScriptsAreNotMixed()
    {
        foreach (var tenant in RepositoryFiles.Tenants.Select(t => TenantFile.Read(RepositoryFiles.Tenant(t)).Value!))
        {
            var names = tenant.Agencies.Select(a => a.Names).Concat(tenant.AgencyGroups.Concat(tenant.Regions).Select(g => g.Names)).Append(tenant.Space.Settings.Names);
            Assert.All(names.SelectMany(n => n.Values), n => Assert.DoesNotContain(n.Value, letter => IsCyrillic(letter) != n.Key.EndsWith("-Cyrl", StringComparison.Ordinal) && (IsCyrillic(letter) || char.IsAsciiLetter(letter))));
        }

        static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04FF';
    }

    [Fact]
    public void Read_Hub_IsSound()
    {
        var result = HubFile.Read(RepositoryFiles.Tenant("hub"));

        Assert.Empty(result.Problems);
        Assert.Equal(("hub", DayOfWeek.Sunday, "Asia/Seoul"), (result.Value!.Id, result.Value.FirstDayOfWeek, result.Value.Settings.TimeZone));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_FaultyFile_NamesFileLineColumnAndWhatToDo(string file, string find, string replacement, string at, string message)
    {
        sample.Edit(file, find, replacement);

        var result = TenantFile.Read(sample.Folder);

        Assert.False(result.Succeeded);
        Assert.Contains(
            result.Problems,
            p => p.ToString().StartsWith($"{sample.PathOf(file)}:{at}: ", StringComparison.Ordinal) && p.Message.Contains(message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Parse_QuotedFields_KeepCommasQuotesAndLines()
    {
        var log = new ProblemLog();

        var rows = StrictCsv.Parse("x.csv", "a,\"b, \"\"c\"\"\nd\",e\r\n\r\n\"f\",,\n", log);

        Assert.Equal(0, log.Count);
        Assert.Equal(["a|b, \"c\"\nd|e", "f||"], rows.Select(r => string.Join('|', r.Fields.Select(f => f.Value))));
        Assert.Equal(new Position(4, 1), rows[1].At);
    }

    public void Dispose() => sample.Dispose();
}
