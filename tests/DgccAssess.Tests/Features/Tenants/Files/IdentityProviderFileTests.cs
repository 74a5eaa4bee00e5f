using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Tenancy;
using DgccAssess.Tests.Features.Instruments;

namespace DgccAssess.Tests.Features.Tenants.Files;

/// <summary>identityProvider in tenant.yaml: where a government's officials sign in.</summary>
public sealed class IdentityProviderFileTests : IDisposable
{
    private const string Whole =
        """
        country: TN
        identityProvider:
          issuer: https://sso.gov.example/officials
          clientId: dgcc
          names: { ar: الهوية الوطنية, fr: Identité nationale, en: National Identity }
          scopes: [profile, email, org]
          claims: { agency: org, role: groups }
          trustsEmail: true
          roles: { staff: respondent, head: coordinator, admin: administrator }
          defaultRole: reader
          agencies: { "015": demo-services }
          allow: { domains: [gov.example, "*.gov.example"], subjects: [minister] }
          secondFactor: { amr: [mfa], acr: [high] }
          localSignIn: false

        """;

    private readonly SampleTenant sample = new();

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "https://sso.gov.example", "http://sso.gov.example", "45:11", "is no issuer" },
        { "sso.gov.example/officials", "sso.gov.example/?x=1", "45:11", "is no issuer" },
        { "issuer: https://sso.gov.example/officials", "issuer: https://" + new string('a', 130) + ".example", "45:11", "is no issuer" },
        { "  clientId: dgcc\n", "", "45:3", "The key 'clientId' is missing" },
        { ", en: National Identity", "", "47:10", "The name in 'en' is missing" },
        { "  trustsEmail: true", "  secret: never", "50:3", "The key 'secret' is unknown here" },
        { "trustsEmail: true", "trustsEmail: maybe", "50:16", "must be true or false" },
        { "claims: { agency", "claims: { agencies", "49:13", "The key 'agencies' is unknown" },
        { "staff: respondent", "staff: responder", "51:19", "There is no role 'responder'" },
        { "admin: administrator", "admin: operator", "51:57", "There is no role 'operator'" },
        { "defaultRole: reader", "defaultRole: guest", "52:16", "There is no role 'guest'" },
        { "\"015\": demo-services", "\"015\": demo-service", "53:22", "There is no agency 'demo-service'. Did you mean 'demo-services'?" },
        { "claims: { agency: org, role: groups }", "claims: { role: groups }", "53:13", "no claim to read them from" },
        { "  allow: { domains: [gov.example, \"*.gov.example\"], subjects: [minister] }\n", "", "45:3", "The key 'allow' is missing" },
        { "{ domains: [gov.example, \"*.gov.example\"], subjects: [minister] }", "{ domains: [] }", "54:10", "Nobody is let in" },
        { "\"*.gov.example\"", "\"*gov.example\"", "54:35", "is no end of mail addresses" },
        { "[gov.example,", "[gov,", "54:22", "is no end of mail addresses" },
        { "amr: [mfa]", "amr: [\"" + new string('m', 201) + "\"]", "55:25", "has 201 characters" },
    };

    [Fact]
    public void Read_Whole_IsStoredAndReadBack()
    {
        sample.Edit("tenant.yaml", "country: TN\n", Whole);

        var result = TenantFile.Read(sample.Folder);

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
        var stored = SpaceRecord.Create("tunisia", SpaceKind.Tenant, result.Value!.Space.Settings).ToSpaceInfo().Settings;
        Assert.Empty(FieldChange.Between(stored, result.Value.Space.Settings));
        var provider = stored.IdentityProvider!;
        Assert.Equal(("https://sso.gov.example/officials", "dgcc", "National Identity"), (provider.Issuer, provider.ClientId, provider.Names.In("en")));
        Assert.Equal(("email", "name", "org", "groups"), (provider.EmailClaim, provider.NameClaim, provider.AgencyClaim, provider.RoleClaim));
        Assert.Equal(["staff = respondent", "head = coordinator", "admin = administrator"], provider.Roles.Select(r => r.ToString()));
        Assert.Equal(("reader", "015 = demo-services", true, false), (provider.DefaultRole, provider.Agencies.Single().ToString(), provider.TrustsEmail, provider.LocalSignIn));
        Assert.Equal(["gov.example", "*.gov.example", "minister", "mfa", "high"], [.. provider.AllowedDomains, .. provider.AllowedSubjects, .. provider.SecondFactorMethods, .. provider.SecondFactorClasses]);
        Assert.False(stored.HasLocalSignIn);
    }

    [Fact]
    public void Read_WhatMayBeLeftOut_KeepsLocalSignInAndDecidesRolesHere()
    {
        sample.Edit("tenant.yaml", "country: TN\n", "country: TN\nidentityProvider: { issuer: \"http://localhost:5000/peru\", clientId: c, names: { ar: ا, fr: F, en: E }, allow: { domains: [\"*\"] } }\n");

        var settings = TenantFile.Read(sample.Folder).Value!.Space.Settings;

        Assert.True(settings.HasLocalSignIn);
        Assert.Equal((false, null, null, "role"), (settings.IdentityProvider!.TrustsEmail, settings.IdentityProvider.DefaultRole, settings.IdentityProvider.AgencyClaim, settings.IdentityProvider.RoleClaim));
        Assert.Equal(["profile", "email"], settings.IdentityProvider.Scopes);
    }

    [Fact]
    public void Read_NoAdministratorAndNoLocalSignIn_IsAWarning()
    {
        sample.Edit("tenant.yaml", "country: TN\n", Whole.Replace(", admin: administrator", "", StringComparison.Ordinal));

        var result = TenantFile.Read(sample.Folder);

        Assert.Empty(result.Problems);
        Assert.Contains("Nobody is an administrator", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Read_Faulty_NamesLineColumnAndWhatToDo(string find, string replacement, string at, string message)
    {
        Assert.Contains(find, Whole, StringComparison.Ordinal);
        sample.Edit("tenant.yaml", "country: TN\n", Whole.Replace(find, replacement, StringComparison.Ordinal));

        var result = TenantFile.Read(sample.Folder);

        Assert.False(result.Succeeded);
        Assert.Contains(result.Problems.Select(p => p.ToString()), p => p.StartsWith($"{sample.PathOf("tenant.yaml")}:{at}: ", StringComparison.Ordinal) && p.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("  trustsEmail: true", "  secret: never", "secret is unknown")]
    [InlineData("  clientId: dgcc\n", "", "clientId is missing")]
    [InlineData("https://sso", "ftp://sso", "issuer does not match")]
    [InlineData("[mfa]", "mfa", "amr is no array")]
    public void Schema_KnowsWhatTheProductKnows(string find, string replacement, string faults)
    {
        var text = SampleTenant.Yaml.Replace("country: TN\n", find.Length == 0 ? Whole : Whole.Replace(find, replacement, StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Equal(faults, string.Join('|', Schema.Of("tenant").Faults(text)));
    }

    [Fact]
    public void Plan_NamesEachFieldThatChanges_AndNothingTheSecondTime()
    {
        sample.Edit("tenant.yaml", "country: TN\n", Whole);
        var after = TenantFile.Read(sample.Folder).Value!.Space.Settings;

        var first = FieldChange.Between(after with { IdentityProvider = null }, after).Select(c => c.ToString()).ToList();
        var second = FieldChange.Between(after, after with { IdentityProvider = after.IdentityProvider! with { LocalSignIn = true, Roles = [] } }).Select(c => c.ToString());

        Assert.Contains("identity provider issuer: (none) -> https://sso.gov.example/officials", first);
        Assert.Contains("identity provider names in 'en': (none) -> National Identity", first);
        Assert.Equal(["identity provider roles: staff = respondent, head = coordinator, admin = administrator -> (none)", "identity provider local sign in: no -> yes"], second);
        Assert.Contains("identity provider client id: dgcc -> (none)", FieldChange.Between(after, after with { IdentityProvider = null }).Select(c => c.ToString()));
    }

    public void Dispose() => sample.Dispose();
}
