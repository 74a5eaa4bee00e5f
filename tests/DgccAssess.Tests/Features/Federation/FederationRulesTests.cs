using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Federation;
using DgccAssess.Core.Tenancy;

namespace DgccAssess.Tests.Features.Federation;

public sealed class FederationRulesTests
{
    private static readonly IdentityProviderSettings Settings = new() { Issuer = "https://sso.example", ClientId = "c", Names = LocalizedText.Of(("en", "SSO")) };

    private static readonly Official Dewi = new("s1", "dewi@kemenkeu.go.id", EmailVerified: true, "Dewi", [], null);

    [Theory]
    [InlineData("kemenkeu.go.id", "dewi@kemenkeu.go.id", true)]
    [InlineData("Kemenkeu.go.id", "dewi@KEMENKEU.go.id", true)]
    [InlineData("*.go.id", "dewi@kemenkeu.go.id", true)]
    [InlineData("go.id", "dewi@kemenkeu.go.id", false)]
    [InlineData("*.go.id", "dewi@go.id", false)]
    [InlineData("*.go.id", "dewi@evilgo.id", false)]
    [InlineData("kemenkeu.go.id", "dewi@evilkemenkeu.go.id", false)]
    [InlineData("kemenkeu.go.id", "dewi@kemenkeu.go.id.evil.example", false)]
    [InlineData("kemenkeu.go.id", "kemenkeu.go.id", false)]
    [InlineData("kemenkeu.go.id", "@kemenkeu.go.id@evil.example", false)]
    [InlineData("*", "dewi@anything.example", true)]
    public void Allowed_ByTheEndOfTheAddress(string domain, string email, bool allowed) =>
        Assert.Equal(allowed, FederationRules.Refusal(Settings with { AllowedDomains = [domain] }, Dewi with { Email = email }) is null);

    [Fact]
    public void Allowed_ByAnAddressNobodyVouchesFor_IsNot_UnlessTheProviderIsTrusted()
    {
        var (settings, official) = (Settings with { AllowedDomains = ["*.go.id"] }, Dewi with { EmailVerified = false });

        Assert.Equal(FederationMessages.NotAllowed, FederationRules.Refusal(settings, official)?.Message);
        Assert.Null(FederationRules.Refusal(settings with { TrustsEmail = true }, official));
        Assert.Equal(FederationMessages.NotAllowed, FederationRules.Refusal(Settings, Dewi)?.Message);
    }

    [Fact]
    public void Subject_EmptyTooLongOrOfAnotherCase_IsNobodyOnTheList()
    {
        var settings = Settings with { AllowedSubjects = ["S1"] };

        Assert.Equal(FederationMessages.NotAllowed, FederationRules.Refusal(settings, Dewi)?.Message);
        Assert.Equal(FederationMessages.Unusable, FederationRules.Refusal(settings, Dewi with { Subject = "" })?.Message);
        Assert.Equal(FederationMessages.Unusable, FederationRules.Refusal(settings, Dewi with { Subject = new('s', 256) })?.Message);
        Assert.NotEqual(FederationRules.KeyOf("s1"), FederationRules.KeyOf("S1"));
        Assert.Equal(64, FederationRules.KeyOf(new('s', 255)).Length);
    }

    [Fact]
    public void Roles_AreMapped_DefaultedOrLeftToTheSpace()
    {
        var mapped = Settings with { Roles = [new("staff", "reader"), new("head", "coordinator"), new("boss", "coordinator")] };

        Assert.Null(FederationRules.RolesOf(Settings, Dewi with { RoleValues = ["staff"] }));
        Assert.Equal(["reader", "coordinator"], FederationRules.RolesOf(mapped, Dewi with { RoleValues = ["boss", "head", "staff", "administrator"] })!);
        Assert.Empty(FederationRules.RolesOf(mapped, Dewi with { RoleValues = ["Staff"] })!);
        Assert.Equal(["reader"], FederationRules.RolesOf(mapped with { DefaultRole = "reader" }, Dewi)!);
    }

    [Theory]
    [InlineData("015", "kemenkeu")]
    [InlineData("bappenas", "bappenas")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Agency_IsMappedOrTakenAsItIs(string? value, string? code) =>
        Assert.Equal(code, FederationRules.AgencyOf(Settings with { Agencies = [new("015", "kemenkeu")] }, Dewi with { Agency = value }));

    [Theory]
    [InlineData("pwd mfa", null, true)]
    [InlineData("pwd", null, false)]
    [InlineData("", "high", true)]
    [InlineData("MFA", "HIGH", false)]
    public void SecondFactor_CountsByMethodOrClass(string methods, string? authenticationClass, bool counts)
    {
        Assert.Equal(counts, FederationRules.ProvesSecondFactor(Settings with { SecondFactorMethods = ["mfa"], SecondFactorClasses = ["high"] }, methods.Split(' '), authenticationClass));
        Assert.False(FederationRules.ProvesSecondFactor(Settings, methods.Split(' '), authenticationClass));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(-30, true)]
    [InlineData(-61, false)]
    [InlineData(null, false)]
    public void Proof_IsFresh_WhenGivenAfterItWasAskedFor(int? secondsLater, bool fresh)
    {
        var asked = new DateTime(2026, 11, 28, 12, 0, 0, DateTimeKind.Utc);

        Assert.Equal(fresh, FederationRules.IsFresh(secondsLater is { } seconds ? asked.AddSeconds(seconds) : null, asked));
    }
}
