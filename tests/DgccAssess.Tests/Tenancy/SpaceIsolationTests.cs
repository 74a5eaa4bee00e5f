using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.Web.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Tenancy;

public sealed class SpaceIsolationTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Session_OfAnotherSpace_FindsNothing(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (home, other) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        using var browser = await home.AsAsync(await home.CreatePersonAsync(Roles.Organizer));
        var session = browser.Cookies.GetAllCookies().Single(c => c.Name == SpaceCookies.NameOf(home.Space.Id));

        using var foreign = new HttpRequestMessage(HttpMethod.Get, $"{other.Path}/home");
        foreign.Headers.Add("Cookie", $"{session.Name}={session.Value}");
        using var plain = app.CreateDefaultClient();

        Assert.Equal(HttpStatusCode.NotFound, (await plain.SendAsync(foreign)).StatusCode);
    }

    [Theory, Databases]
    public async Task Session_RenamedToAnotherSpace_IsWorthless(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (home, other) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        using var browser = await home.AsAsync(await home.CreatePersonAsync(Roles.Organizer));
        var session = browser.Cookies.GetAllCookies().Single(c => c.Name == SpaceCookies.NameOf(home.Space.Id));

        using var forged = new HttpRequestMessage(HttpMethod.Get, $"{other.Path}/home");
        forged.Headers.Add("Cookie", $"{SpaceCookies.NameOf(other.Space.Id)}={session.Value}");
        using var plain = app.CreateDefaultClient();
        using var answer = await plain.SendAsync(forged);

        // The cookie can't be opened here: nobody is signed in.
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task AntiforgeryToken_OfAnotherSpace_IsRefused(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (home, other) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());
        using var here = home.Anonymous();
        using var there = other.Anonymous();
        var token = (await there.GetAsync("/sign-in")).Value("__RequestVerificationToken");

        var page = await here.GetAsync("/sign-in");
        var answer = await here.SubmitAsync(page, "form:has(#Input_Password)", ("__RequestVerificationToken", token), ("Input.Email", "a@b.example"), ("Input.Password", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("The request could not be understood", answer.Heading);
    }

    [Theory, Databases]
    public async Task Context_OnTheDatabaseOfAnotherSpace_Throws(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var owner = await app.CreateSpaceAsync();
        var intruder = owner.Space with { Id = "intruder" };
        var options = Microsoft.Extensions.Options.Options.Create(new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = app.Databases.ConnectionString.Replace("{space}", owner.Space.Id, StringComparison.Ordinal) + (provider is DatabaseProvider.Sqlite ? ";Default Timeout=30" : ";Application Name={space}"),
        });
        var databases = new SpaceDatabases(options, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);

        await using var db = databases.OpenTenant(intruder);
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Agencies));

        Assert.Contains($"belongs to space '{owner.Space.Id}'", thrown.Message, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Scope_WithoutASpace_HandsOutNoContext(DatabaseProvider provider)
    {
        await using var scope = apps.On(provider).Services.CreateAsyncScope();

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<TenantDbContext>());
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<SpaceDbContext>());
    }

    [Theory, Databases]
    public async Task Scope_GivenASecondSpace_Throws(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var (first, second) = (await app.CreateSpaceAsync(), await app.CreateSpaceAsync());

        await first.RunAsync(services =>
        {
            Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IMultiTenantContextSetter>().Set(second.Space));
            return Task.CompletedTask;
        });
    }

    [Theory, Databases]
    public async Task Address_WithoutASpace_ListsTheSpacesAndExplainsItsErrors(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var space = await app.CreateSpaceAsync();
        using var client = app.CreateDefaultClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        Assert.Contains($"href=\"{space.Path}", await client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        using var missing = await client.GetAsync(new Uri("/atlantis/home", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("<h1", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Address_OfNoSpace_IsNotFound(DatabaseProvider provider)
    {
        using var client = apps.On(provider).CreateDefaultClient();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/atlantis/home", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/home", UriKind.Relative))).StatusCode);
    }

    [Theory, Databases]
    public async Task Host_OfASpace_LeadsToItWithoutAPathBase(DatabaseProvider provider)
    {
        var app = apps.On(provider);
        var space = await app.CreateSpaceAsync();
        var host = $"{space.Space.Id}.example.org";
        await app.Services.GetRequiredService<DgccAssess.Core.Features.Tenants.RegisterSpace>()
            .HandleAsync(space.Space.Id, SpaceKind.Tenant, space.Space.Settings with { Hosts = [host] });

        using var client = app.CreateDefaultClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{host}/sign-in");
        var page = await TestPage.ReadAsync(await client.SendAsync(request));

        Assert.Equal("Sign in", page.Heading);
    }
}
