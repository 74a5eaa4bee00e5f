using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using DgccAssess.Core;
using DgccAssess.Scoring.Instruments;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace DgccAssess.Tests.Architecture;

/// <summary>Dependencies point one way: Web, Cli -> Core -> Scoring. Every rule has a twin that must fail, so that none can rot unseen.</summary>
public sealed class DependencyTests
{
    private static readonly System.Reflection.Assembly Scoring = typeof(Instrument).Assembly;
    private static readonly System.Reflection.Assembly Core = typeof(CoreServices).Assembly;
    private static readonly System.Reflection.Assembly Web = typeof(DgccAssess.Web.Infrastructure.Links).Assembly;

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies(Scoring, Core, Web).Build();

    [Fact]
    public void Scoring_DependsOnTheBaseLibraryOnly() => Assert.Empty(ForeignReferences(Scoring));

    [Fact]
    public void Scoring_Rule_FailsOnCore() => Assert.NotEmpty(ForeignReferences(Core));

    [Fact]
    public void Core_DoesNotKnowTheWeb() => Assert.True(Independent(Core, Web).HasNoViolations(House));

    [Fact]
    public void Core_Rule_FailsTheOtherWayRound() => Assert.False(Independent(Web, Core).HasNoViolations(House));

    [Fact]
    public void Scoring_DoesNotKnowCore() => Assert.True(Independent(Scoring, Core).HasNoViolations(House));

    [Fact]
    public void Scoring_Rule_FailsTheOtherWayRound() => Assert.False(Independent(Core, Scoring).HasNoViolations(House));

    [Fact]
    public void TenantFeatures_DoNotOpenTheHub() => Assert.True(KeepOutOfTheHub("SelfAssessment|Evidence|Review|Rounds|Results|Agencies").HasNoViolations(House));

    [Fact]
    public void TenantFeatures_Rule_FailsOnTheRegister() => Assert.False(KeepOutOfTheHub("Tenants").HasNoViolations(House));

    private static TypesShouldConjunction Independent(System.Reflection.Assembly from, System.Reflection.Assembly target) =>
        Types().That().ResideInAssembly(from).Should().NotDependOnAny(Types().That().ResideInAssembly(target));

    private static TypesShouldConjunction KeepOutOfTheHub(string features) =>
        Types().That().ResideInNamespaceMatching($@"DgccAssess\.Core\.Features\.({features})(\..*)?$")
            .Should().NotDependOnAny(Types().That().HaveFullName("DgccAssess.Core.Data.HubDbContext"));

    private static IEnumerable<string> ForeignReferences(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n is not ("mscorlib" or "netstandard"));
}
