using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Tests.Features.Tenants;

public sealed class TenantPlanTests
{
    private static readonly AgencyDefinition Health = Agency("health"), Finance = Agency("finance");

    [Fact]
    public void Compute_NothingThere_CreatesEverything()
    {
        var plan = TenantPlan.Compute(TenantState.Nothing, Wanted(Health, Finance), []);

        Assert.True(plan is { CreatesDatabase: true, Registers: true, IsRefused: false, IsEmpty: false });
        Assert.Equal([Health, Finance], plan.Added);
        Assert.Contains(new FieldChange("time zone", null, "Africa/Tunis"), plan.Settings);
    }

    [Fact]
    public void Compute_AsWanted_IsEmpty() => Assert.True(TenantPlan.Compute(There(Free(Health), Free(Finance)), Wanted(Finance, Health), []).IsEmpty);

    [Fact]
    public void Compute_ChangedAgency_NamesEachField()
    {
        var after = Health with { Group = "body", Names = LocalizedText.Of(("en", "Health"), ("fr", "Santé publique")), Synthetic = true };

        var change = Assert.Single(TenantPlan.Compute(There(Free(Health), Free(Finance)), Wanted(after, Finance), []).Changed);

        Assert.Equal(["group: ministry -> body", "name in 'en': health -> Health", "name in 'fr': (none) -> Santé publique", "synthetic: no -> yes"], change.Fields.Select(f => f.ToString()));
    }

    [Fact]
    public void Compute_ChangedSettings_NamesEachField()
    {
        var wanted = Wanted(Health);
        wanted = wanted with { Space = wanted.Space with { Settings = Settings with { Hosts = ["a.example", "b.example"], SupportContact = null, Names = LocalizedText.Of(("en", "Tunisia!")) } } };

        var plan = TenantPlan.Compute(There(Free(Health)), wanted, []);

        Assert.Equal(["names in 'en': Tunisia -> Tunisia!", "hosts: (none) -> a.example, b.example", "support contact: help@example.org -> (none)"], plan.Settings.Select(f => f.ToString()));
        Assert.True(plan is { ChangesRegister: true, ChangesData: false });
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 2, true)]
    public void Compute_AgencyThatLeft_IsRemovedOnlyWhenNothingHangsOnIt(int assessments, int accounts, bool refused)
    {
        var plan = TenantPlan.Compute(There(Free(Health), new AgencyState(Finance, assessments, accounts)), Wanted(Health), []);

        Assert.Equal((refused, refused ? 0 : 1, refused ? 1 : 0), (plan.IsRefused, plan.Removed.Count, plan.InUse.Count));
        Assert.False(plan.IsEmpty);
    }

    [Fact]
    public void Compute_ChangedGroup_NamesTheCodeAndTheLanguage()
    {
        var (before, after) = (Group("ministry", "Ministries"), Group("ministry", "Departments"));

        var changes = FieldChange.Between(Settings with { AgencyGroups = [before] }, Settings with { AgencyGroups = [after, Group("office", "Offices")] });

        Assert.Equal(["agency groups: ministry -> ministry, office", "agency groups 'ministry' name in 'en': Ministries -> Departments"], changes.Select(c => c.ToString()));
    }

    [Fact]
    public void Compute_HostOfAnotherSpace_IsRefused()
    {
        var wanted = Wanted(Health);
        wanted = wanted with { Space = wanted.Space with { Settings = Settings with { Hosts = ["A.example"] } } };

        var plan = TenantPlan.Compute(There(Free(Health)) with { OtherHosts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["a.example"] = "peru" } }, wanted, []);

        Assert.True(plan.IsRefused);
        Assert.Equal([KeyValuePair.Create("a.example", "peru")], plan.TakenHosts);
    }

    [Fact]
    public void Compute_Texts_NamesThoseThatDiffer()
    {
        var stored = new StoredWords(new Dictionary<(string, string), string> { [("privacy", "en")] = "old", [("contact", "en")] = "same", [("contact", "fr")] = "gone" }, Logo: "1");
        var wanted = Wanted(Health).Space with { Texts = new Dictionary<string, LocalizedText> { ["privacy"] = LocalizedText.Of(("en", "new")), ["contact"] = LocalizedText.Of(("en", "same")) } };

        Assert.Equal(["text contact in 'fr'", "text privacy in 'en'", "logo"], stored.ChangesTo(wanted));
    }

    private static NamedCode Group(string code, string name) => new(code, LocalizedText.Of(("en", name)));

    private static SpaceSettings Settings { get; } = new()
    {
        Names = LocalizedText.Of(("en", "Tunisia")), Languages = ["en"], TimeZone = "Africa/Tunis", SupportContact = "help@example.org",
    };

    private static AgencyDefinition Agency(string code) => new(code, "ministry", null, LocalizedText.Of(("en", code)), Synthetic: false);

    private static AgencyState Free(AgencyDefinition agency) => new(agency, 0, 0);

    private static TenantState There(params AgencyState[] agencies) => new(Settings, HasDatabase: true, new HashSet<string>(), agencies, StoredWords.None);

    private static TenantDefinition Wanted(params AgencyDefinition[] agencies) => new()
    {
        Space = new SpaceDefinition { Id = "tunisia", Settings = Settings },
        Agencies = agencies,
    };
}
