using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Files;
using DgccAssess.Core.Tenancy;
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
            { "tenant.yaml", "\"#A61B29\"", "\"#A61B29\"\n  bandColor: \"#F0C040\"", "18:14", "contrast of 3" },
            { "tenant.yaml", "\"#A61B29\"", "\"#A61B29\"\n  logo: ../secret.svg", "18:9", "is no picture beside this file" },
            { "tenant.yaml", "hosts: [tunisia.example.org]", "hosts: [a.example.org, A.example.org]", "19:24", "stands twice" },
            { "tenant.yaml", "country: TN", "country: TN\nsecurity: { mfaRoles: [organiser] }", "44:24", "There is no role 'organiser'" },
            { "tenant.yaml", "country: TN", "country: TN\nsecurity: { mfaRoles: [operator] }", "44:24", "There is no role 'operator'" },
            { "tenant.yaml", "country: TN", "country: TN\nsecurity: { idleMinutes: 1 }", "44:26", "1 minutes are not allowed" },
            { "tenant.yaml", "country: TN", "country: TN\nretention: { deletionDays: 1 }", "44:28", "1 days are not allowed" },
            { "tenant.yaml", "country: TN", "country: TN\nretention: { auditDays: 1 }", "44:14", "The key 'auditDays' is unknown" },
            { "texts/fr.yaml", "privacy", "privasy", "4:1", "Did you mean 'privacy'?" },
            { "texts/fr.yaml", "https://example.org", "javascript:go()", "4:10", "'javascript:go(' can't be a link here" },
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
        Assert.Equal(1, tenant.Space.Settings.SharingDefaultLevel);
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
            var names = tenant.Agencies.Select(a => a.Names).Concat(tenant.Space.Settings.AgencyGroups.Concat(tenant.Space.Settings.Regions).Select(g => g.Names)).Append(tenant.Space.Settings.Names);
            Assert.All(names.SelectMany(n => n.Values), n => Assert.DoesNotContain(n.Value, letter => IsCyrillic(letter) != n.Key.EndsWith("-Cyrl", StringComparison.Ordinal) && (IsCyrillic(letter) || char.IsAsciiLetter(letter))));
        }

        static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04FF';
    }

    [Fact]
    public void Read_Hub_IsSound()
    {
        var result = HubFile.Read(RepositoryFiles.Tenant("hub"));

        Assert.Empty(result.Problems);
        Assert.Equal(("hub", DayOfWeek.Sunday, "Asia/Seoul"), (result.Value!.Id, result.Value.Settings.FirstDayOfWeek, result.Value.Settings.TimeZone));
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
    public void Read_Texts_AreKeptByKeyAndLanguageAndAMissingOneIsAWarning()
    {
        sample.Edit("texts/ar.yaml", "privacy: ", "contact: ");

        var result = TenantFile.Read(sample.Folder);

        Assert.Empty(result.Problems);
        Assert.Equal(["signInNotice", "privacy", "contact"], result.Value!.Space.Settings.Texts);
        Assert.Equal(["fr", "en"], result.Value.Space.Texts["privacy"].Values.Keys);
        Assert.Contains(result.Warnings, w => w.Message == "The text 'privacy' is missing in 'ar'.");
    }

    [Fact]
    public void Read_TextsOfAnotherLanguage_AreRefused()
    {
        File.WriteAllText(sample.PathOf("texts/de.yaml"), "privacy: x\n");

        Assert.Contains(TenantFile.Read(sample.Folder).Problems, p => p.Message.Contains("'de.yaml' is of no language of this space", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SettingsLeftOut_HaveTheirDefaults()
    {
        sample.Edit("tenant.yaml", "sharing:\n  defaultLevel: 1\n", "");

        var settings = TenantFile.Read(sample.Folder).Value!.Space.Settings;

        Assert.Equal((1, 60, 30, 30), (settings.SharingDefaultLevel, settings.IdleMinutes, settings.SignInDays, settings.DeletionDays));
        Assert.Equal(["organizer", "assessor", "administrator", "operator", "programme"], settings.MfaRoles);
        Assert.Equal((DayOfWeek.Monday, "dgcc-2026"), (settings.FirstDayOfWeek, settings.Instruments.Single()));
    }

    [Theory]
    [InlineData("serbia", DayOfWeek.Monday)]
    [InlineData("peru", DayOfWeek.Sunday)]
    public void Read_ShippedTenant_SettingsAreStoredAndReadBackWhole(string id, DayOfWeek firstDay)
    {
        var settings = TenantFile.Read(RepositoryFiles.Tenant(id)).Value!.Space.Settings;

        var stored = SpaceRecord.Create(id, SpaceKind.Tenant, settings).ToSpaceInfo().Settings;

        Assert.Empty(FieldChange.Between(stored, settings));
        Assert.Equal((firstDay, 90, "image/svg+xml"), (stored.FirstDayOfWeek, stored.SignInDays, stored.Logo!.MediaType));
        Assert.Equal(["organizer", "assessor", "administrator"], stored.MfaRoles);
        Assert.NotEmpty(stored.AgencyGroups);
        Assert.Equal(["signInNotice", "privacy", "contact"], stored.Texts);
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
