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

    private static SpaceSettings Settings { get; } = new()
    {
        Names = LocalizedText.Of(("en", "Tunisia")), Languages = ["en"], TimeZone = "Africa/Tunis", SupportContact = "help@example.org",
    };

    private static AgencyDefinition Agency(string code) => new(code, "ministry", null, LocalizedText.Of(("en", code)), Synthetic: false);

    private static AgencyState Free(AgencyDefinition agency) => new(agency, 0, 0);

    private static TenantState There(params AgencyState[] agencies) => new(Settings, HasDatabase: true, new HashSet<string>(), agencies);

    private static TenantDefinition Wanted(params AgencyDefinition[] agencies) => new()
    {
        Space = new SpaceDefinition { Id = "tunisia", Settings = Settings, FirstDayOfWeek = DayOfWeek.Monday },
        Instruments = [],
        SharingDefaultLevel = 1,
        AgencyGroups = [],
        Regions = [],
        Agencies = agencies,
    };
}
