using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using DgccAssess.Core;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace DgccAssess.Tests.Architecture;

/// <summary>The hub's operator never comes to a tenant's data: what opens a tenant stands in one folder, and hands out counts, sizes, instants and hashes.</summary>
public sealed class TenantDoorTests
{
    private static readonly ArchUnitNET.Domain.Architecture House =
        new ArchLoader().LoadAssemblies(typeof(CoreServices).Assembly, typeof(DgccAssess.Web.Infrastructure.Links).Assembly).Build();

    [Fact]
    public void Operation_OpensNoTenant() => Assert.True(OpensNoTenant(@"DgccAssess\.Core\.Features\.Tenants\.Operation").HasNoViolations(House));

    [Fact]
    public void PagesOfTheOperator_OpenNoTenant() => Assert.True(OpensNoTenant(@"DgccAssess\.Web\.Features\.Tenants").HasNoViolations(House));

    [Fact]
    public void Rule_FailsOnTheDoorItself() => Assert.False(OpensNoTenant(@"DgccAssess\.Core\.Features\.Tenants\.Door").HasNoViolations(House));

    private static TypesShouldConjunction OpensNoTenant(string inNamespace) =>
        Types().That().ResideInNamespaceMatching($"^{inNamespace}$").Should().NotDependOnAny(Types().That()
            .HaveFullName("DgccAssess.Core.Data.TenantDbContext").Or().HaveFullName("DgccAssess.Core.Tenancy.SpaceScopes").Or().HaveFullName("DgccAssess.Core.Data.SpaceDatabases"));
}
