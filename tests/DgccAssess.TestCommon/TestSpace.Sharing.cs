using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Countries;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Agreements;
using DgccAssess.Core.Features.Sharing.Payload;
using DgccAssess.Core.Features.Sharing.Publishing;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>An agreement with its paper, not signed.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> DraftAgreementAsync(string round, SharingLevel level, DateOnly? startsOn = null, DateOnly? endsOn = null)
    {
        var starts = startsOn ?? DateOnly.FromDateTime(App.Services.GetRequiredService<TimeProvider>().UtcNow.AddDays(-1));
        var drafted = await RunAsync(services => services.GetRequiredService<DraftAgreement>().HandleAsync(new(Guid.CreateVersion7(), round, new(level, "To learn together.", starts, endsOn ?? starts.AddYears(1)))));
        if (!drafted.Succeeded) throw new InvalidOperationException($"Not drafted: {drafted.Kind}");
        return drafted.Value;
    }

    public async Task<Result> AddAgreementPaperAsync(int number, string content = "%PDF-1.7 signed") =>
        await RunAsync(async services => await services.GetRequiredService<AttachDocument>().HandleAsync(new(number, "agreement.pdf", Encoding.ASCII.GetBytes(content), await AgreementVersionAsync(number))));

    /// <summary>Signs what would be published now, or what was looked at before.</summary>
    public async Task<Result> SignAgreementAsync(int number, string? previewHash = null, int? version = null)
    {
        var agreement = await ReadAsync(db => db.SharingAgreements.Where(a => a.Number == number).Select(a => new { Round = db.Rounds.Single(r => r.Id == a.RoundId).Code, a.Level }).SingleAsync());
        var hash = previewHash ?? await PreviewHashAsync(agreement.Round, agreement.Level);
        return await RunAsync(async services => await services.GetRequiredService<SignAgreement>().HandleAsync(new(number, "Siti Rahma, Deputy Minister", Confirmed: true, hash, version ?? await AgreementVersionAsync(number))));
    }

    public Task<string> PreviewHashAsync(string round, SharingLevel level) => RunAsync(async services =>
        SignAgreement.PreviewHashOf(level is SharingLevel.Nothing ? null : await services.GetRequiredService<BuildPayload>().HandleAsync(round, level, default)));

    /// <summary>Drafts, adds the paper, looks and signs.</summary>
    /// <returns>The agreement's number.</returns>
    public async Task<int> AgreeAsync(string round, SharingLevel level, DateOnly? startsOn = null, DateOnly? endsOn = null)
    {
        var number = await DraftAgreementAsync(round, level, startsOn, endsOn);
        if (SharingRules.NeedsDocument(level)) await AddAgreementPaperAsync(number);
        var signed = await SignAgreementAsync(number);
        if (!signed.Succeeded) throw new InvalidOperationException($"Not signed: {string.Join("; ", signed.Problems)}");
        return number;
    }

    public async Task<Result> RevokeAgreementAsync(int number) =>
        await RunAsync(async services => await services.GetRequiredService<RevokeAgreement>().HandleAsync(new(number, "The law changed.", await AgreementVersionAsync(number))));

    /// <summary>Makes this space a partner with an installation of its own, which publishes to a hub that runs elsewhere.</summary>
    /// <param name="hub">Of the other installation.</param>
    /// <param name="server">Where its server listens.</param>
    public async Task<TestClient> RegisterAtHubAsync(TestSpace hub, Uri server)
    {
        var key = await RunAsync(async services => Convert.ToHexStringLower((await services.GetRequiredService<ResultKeys>().CurrentAsync(default)).Key.PublicKey));
        var client = await hub.RegisterInstallationAsync(Space.Id, "ID", "Testland", key);
        PointToHub(new HubOptions { Address = new Uri(server, hub.Path).ToString(), ClientId = client.ClientId, ClientSecret = client.Secret });
        return client;
    }

    /// <summary>Registers in this hub a partner with an installation of its own, and a program for it.</summary>
    public async Task<TestClient> RegisterInstallationAsync(string partner, string country, string name, string publicKey)
    {
        var client = await CreateClientAsync(scopes: [ApiScopes.Sharing]);
        var registered = await RunAsync(services => services.GetRequiredService<RegisterPartner>().HandleAsync(new(partner, country, name, publicKey, client.ClientId)));
        return registered.Succeeded ? client : throw new InvalidOperationException($"Not registered: {string.Join("; ", registered.Problems)}");
    }

    /// <summary>As the settings of the space would, which has its name only now.</summary>
    public void PointToHub(HubOptions hub) => App.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Spaces[Space.Id] = new SpaceDatabaseOptions { Hub = hub };

    private Task<int> AgreementVersionAsync(int number) => ReadAsync(db => db.SharingAgreements.Where(a => a.Number == number).Select(a => a.Version).SingleAsync());
}
