using System.Net;
using System.Security.Cryptography;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Api;

public sealed class AwardsTests(TestApps apps)
{
    [Theory, Databases]
    public async Task List_OfDeclaredAwards_HasEveryCategoryInOrderWithItsRulesInWords(DatabaseProvider provider)
    {
        var (_, api) = await PrepareAsync(provider);

        var answer = await api.GetAsync("/awards");

        Assert.Equal(
            ["index-central", "index-local", "services-central", "services-local", "policy", "management", "ministries", "other-central", "provinces", "cities", "regencies", "increase"],
            answer.Each("category"));
        var services = answer.Items[2]!;
        Assert.Equal("Penyelenggaraan layanan - instansi pusat", services["names"]!["id"]!.ToString());
        Assert.Contains(services["rules"]!["en"]!.AsArray(), s => s!.ToString() == "Ranked by the index of Services (D4).");
        Assert.Contains(services["rules"]!["id"]!.AsArray(), s => s!.ToString() == "Jumlah penghargaan: 6.");
        Assert.All(["en", "id", "ar", "fr"], language => Assert.True(services["rules"]![language]!.AsArray().Count > 8));
    }

    [Theory, Databases]
    public async Task List_Paged_GoesThroughAllOnceInBothOrders(DatabaseProvider provider)
    {
        var (_, api) = await PrepareAsync(provider);
        var whole = (await api.GetAsync("/awards")).Each("category").ToList();

        Assert.Equal(whole, await PagesAsync(api, "/awards?limit=5&sort=award"));
        Assert.Equal(whole.AsEnumerable().Reverse(), await PagesAsync(api, "/awards?limit=5&sort=-award"));
        Assert.Equal(whole[6..], (await api.GetAsync("/awards?award=digital-government-2024")).Each("category"));
        Assert.Equal(13, System.Text.Encoding.UTF8.GetString((await api.GetCsvAsync("/awards")).Content).TrimEnd().Split('\n').Length);
    }

    [Theory, Databases]
    public async Task Award_Fetched_IsTheBytesItsHashIsOf(DatabaseProvider provider)
    {
        var (space, api) = await PrepareAsync(provider);
        var stored = await space.ReadAsync(db => db.AwardVersions.SingleAsync(a => a.Code == "digital-government-2023"));

        var whole = await api.GetAsync("/awards/digital-government-2023");

        Assert.Equal((stored.Hash, $"\"{stored.Hash}\""), (Convert.ToHexStringLower(SHA256.HashData(whole.Content)), whole.Tag));
    }

    [Theory, Databases]
    public async Task Award_WithdrawnOrReplaced_IsNotShownAnyMore(DatabaseProvider provider)
    {
        var (space, api) = await PrepareAsync(provider);

        await space.DeclareAwardsAsync("peru");

        Assert.All((await api.GetAsync("/awards")).Each("award"), award => Assert.Equal("digital-government-2026", award));
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/awards/digital-government-2023")).Status);
        await space.DeclareAwardsAsync(tenant: null);
        Assert.Empty((await api.GetAsync("/awards")).Items);
        await space.DeclareAwardsAsync();
        Assert.Equal(["3"], (await api.GetAsync("/awards?award=digital-government-2024")).Each("version").Distinct());
    }

    [Fact]
    public async Task List_Administrator_IsRefused()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Administrator));

        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("/awards")).Status);
    }

    private async Task<(TestSpace Space, ApiClient Api)> PrepareAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.ImportInstrumentAsync();
        await space.DeclareAwardsAsync();
        return (space, await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Reader)));
    }

    private static async Task<List<string>> PagesAsync(ApiClient api, string path)
    {
        var all = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await api.GetAsync(path + after);
            all.AddRange(page.Each("category"));
            after = page.Json["next"] is { } next ? $"&after={next}" : null;
        }

        return all;
    }
}
