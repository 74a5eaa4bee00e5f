using System.Net;
using System.Security.Cryptography;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Connect;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Countries;

/// <summary>Partners with an installation of their own: registered, listed, with another key and another program.</summary>
public sealed class PartnerPagesTests(TestApps apps)
{
    private const string Form = "main form[method=post]";

    private static int partners;

    [Theory, Databases]
    public async Task Partner_Registered_IsInTheListWithItsKeyAndProgram(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var client = await hub.CreateClientAsync(scopes: [ApiScopes.Sharing]);
        var form = await staff.GetAsync("/partners/new");

        var wrong = await staff.SubmitAsync(form, Form, ("Input.Partner", code), ("Input.Country", "GE"), ("Input.Name", "Georgia"), ("Input.ClientId", "x"), ("Input.PublicKey", "no key"));
        var listed = await staff.SubmitAsync(wrong, Form, ("Input.ClientId", client.ClientId), ("Input.PublicKey", key.ExportSubjectPublicKeyInfoPem()));

        Assert.Equal(["#Input_ClientId", "#Input_PublicKey"], Faults(wrong));
        Assert.Equal("Georgia", wrong.Value("Input.Name"));
        Assert.Equal($"/hub/partners?done=registered&partner={code}", listed.Path);
        var (row, id) = (RowOf(listed, code), KeyIdOf(key));
        Assert.Equal([$"{id[..16]}…", id], [row.QuerySelector("summary .code")!.TextContent, row.QuerySelector("details > code")!.TextContent]);
        Assert.All(["Georgia", "Its own installation", $"Portal of {hub.Space.Id}", "None yet"], text => Assert.Contains(text, row.TextContent, StringComparison.Ordinal));
        Assert.Contains($"Georgia is registered. The hub takes what it signs with the key whose fingerprint begins with {id[..16]}", listed.Text, StringComparison.Ordinal);
        Assert.Null((await staff.GetAsync("/partners?done=registered&partner=nobody")).Document.GetElementById("done"));

        Assert.True((await hub.RunAsync(services => services.GetRequiredService<RevokeApiClient>().HandleAsync(new(client.Id, 1)))).Succeeded);
        Assert.Contains("Revoked", RowOf(await staff.GetAsync("/partners"), code).TextContent, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Key_Replaced_TheOldOneSignsNothingAnyMore(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        var (person, code) = (await hub.CreatePersonAsync(Roles.Operator), NewCode());
        using var staff = await hub.AsAsync(person);
        using var old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await hub.RegisterInstallationAsync(code, "GE", "Georgia", old.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(ResultKind.Ok, await SendAsync(hub, code, 1, old));

        var form = await staff.GetAsync($"/partners/{code}/change");
        await AgeSessionsAsync(hub, person);
        var asked = await staff.SubmitAsync(form, Form, ("Input.PublicKey", other.ExportSubjectPublicKeyInfoPem()));
        Assert.Equal((HttpStatusCode.Forbidden, "Confirm that it is you"), (asked.Status, asked.Heading));
        Assert.Empty(await ChangesAsync(hub, code));
        var listed = await staff.SubmitAsync(asked, Form, ("StepUp.Proof", person.Password));

        Assert.Contains($"Saved for Georgia. The hub takes what it signs with the key whose fingerprint begins with {KeyIdOf(other)[..16]}", listed.Text, StringComparison.Ordinal);
        Assert.Contains("Number 1", RowOf(listed, code).TextContent, StringComparison.Ordinal);
        Assert.Equal(ResultKind.Forbidden, await SendAsync(hub, code, 2, old));
        Assert.Equal(ResultKind.Ok, await SendAsync(hub, code, 2, other));
        Assert.Equal(["PartnerKeyChanged"], await ChangesAsync(hub, code));
    }

    [Theory, Databases]
    public async Task Change_WithFaultsOrTooLate_NamesTheFieldAndLosesNothing(DatabaseProvider provider)
    {
        var (hub, staff, code) = await StaffAsync(provider);
        using var _ = staff;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var first = await hub.RegisterInstallationAsync(code, "GE", "Georgia", key.ExportSubjectPublicKeyInfoPem());
        var taken = await hub.RegisterInstallationAsync(code + "-2", "AM", "Armenia", key.ExportSubjectPublicKeyInfoPem());
        var (theirs, mine) = (await hub.CreateClientAsync(scopes: [ApiScopes.Sharing]), await hub.CreateClientAsync(scopes: [ApiScopes.Sharing]));
        var form = await staff.GetAsync($"/partners/{code}/change");

        var wrong = await staff.SubmitAsync(form, Form, ("Input.ClientId", taken.ClientId), ("Input.PublicKey", "no key"));
        Assert.Equal(["#Input_ClientId", "#Input_PublicKey"], Faults(wrong));
        Assert.Equal((taken.ClientId, "no key"), (wrong.Value("Input.ClientId"), wrong.Document.GetElementById("Input_PublicKey")!.TextContent));
        Assert.Contains($"publishes for {code}-2 already", wrong.Text, StringComparison.Ordinal);

        (string, string?)[] typed = [("Input.ClientId", theirs.ClientId)];
        await staff.SubmitAsync(form, Form, typed);
        await staff.SubmitAsync(form, Form, typed);
        var stale = await staff.SubmitAsync(form, Form, ("Input.ClientId", mine.ClientId));
        var missing = await staff.SubmitAsync(form, Form, ("Input.ClientId", mine.ClientId), ("Input.Version", ""));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.BadRequest), (stale.Status, missing.Status));
        Assert.Contains(theirs.ClientId, stale.Document.QuerySelector(".notice-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(mine.ClientId, stale.Value("Input.ClientId"));
        await staff.SubmitAsync(stale, Form);
        Assert.Equal(mine.Id, await hub.ReadHubAsync(db => db.SharingPartners.Where(p => p.Id == code).Select(p => p.ClientId!.Value).SingleAsync()));
        Assert.Equal(["PartnerProgramChanged", "PartnerProgramChanged"], await ChangesAsync(hub, code));

        // A program that was revoked does not stand in the way of another key, and can't be taken up again.
        Assert.True((await hub.RunAsync(services => services.GetRequiredService<RevokeApiClient>().HandleAsync(new(first.Id, 1)))).Succeeded);
        Assert.Equal(["#Input_ClientId"], Faults(await staff.SubmitAsync(await staff.GetAsync($"/partners/{code}/change"), Form, ("Input.ClientId", first.ClientId))));
    }

    private static IEnumerable<string?> Faults(TestPage page)
    {
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        return page.Document.QuerySelectorAll("#error-summary a").Select(a => a.GetAttribute("href"));
    }

    private static AngleSharp.Dom.IElement RowOf(TestPage page, string code) => page.Document.QuerySelectorAll("#partners tbody tr").Single(r => r.QuerySelector("th .code")!.TextContent == code);

    private static string KeyIdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static Task<List<string>> ChangesAsync(TestSpace hub, string code) =>
        hub.ReadHubAsync(db => db.AuditEvents.Where(e => e.Type != nameof(PartnerRegistered) && e.Details.Contains($"\"{code}\"") && e.Subject == "countries/GE").OrderBy(e => e.At).Select(e => e.Type).ToListAsync());

    /// <summary>The smallest thing a partner can say: that nothing of a round is shared.</summary>
    private static Task<ResultKind> SendAsync(TestSpace hub, string partner, int sequence, ECDsa key)
    {
        var envelope = SharingEnvelope.Write(new SharingEnvelope
        {
            Schema = SharingEnvelope.CurrentSchema, Partner = partner, Sequence = sequence, Kind = PublicationKind.Withdraw, Round = "2026", Number = sequence, Level = SharingLevel.Nothing, Agreement = null,
            Reason = PublicationReason.Revoked, Note = null, PayloadHash = null, CreatedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
        });
        var signature = key.SignData(Encoding.UTF8.GetBytes(envelope), HashAlgorithmName.SHA256);
        SignedPublication said = new(envelope, null, Convert.ToHexStringLower(key.ExportSubjectPublicKeyInfo()), Convert.ToHexStringLower(signature));
        return hub.RunAsync(async services => (await services.GetRequiredService<ReceivePublication>().HandleAsync(new(partner, said))).Kind);
    }

    private async Task<(TestSpace Hub, TestBrowser Staff, string Partner)> StaffAsync(DatabaseProvider provider)
    {
        var hub = await apps.On(provider).HubAsync();
        return (hub, await hub.AsAsync(await hub.CreatePersonAsync(Roles.Operator)), NewCode());
    }

    private static string NewCode() => $"partner-{Interlocked.Increment(ref partners)}";

    /// <summary>What the person proved at sign-in is eleven minutes old.</summary>
    private static async Task AgeSessionsAsync(TestSpace hub, Person person)
    {
        var hashes = await hub.ReadHubAsync(async db =>
        {
            var own = db.SignInSessions.Where(s => s.AccountId == person.Id);
            await own.ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, TimeProvider.System.UtcNow.AddMinutes(-11)));
            return await own.Select(s => s.TokenHash).ToListAsync();
        });
        foreach (var hash in hashes) hub.App.Services.GetRequiredService<SessionCache>().Forget(hub.Space.Id, hash);
    }
}
