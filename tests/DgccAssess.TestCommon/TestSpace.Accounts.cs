using DgccAssess.Core.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

/// <summary>Somebody who can sign in.</summary>
public sealed record Person(Guid Id, string Email, string Password, string DisplayName, string Role, Guid? AgencyId);

public sealed partial class TestSpace
{
    public const string Password = "correct horse battery";

    private static int peopleOfTheHub;
    private int people;

    /// <param name="role">One of <see cref="Core.Security.Roles"/>.</param>
    /// <param name="agencyId">The agency the person works for.</param>
    /// <param name="name">Display name; made up when left out.</param>
    public async Task<Person> CreatePersonAsync(string role, Guid? agencyId = null, string? name = null)
    {
        // The hub is one for all tests.
        var number = Space.IsHub ? Interlocked.Increment(ref peopleOfTheHub) : Interlocked.Increment(ref people);
        var email = $"{role}{number}@{Space.Id}.example";
        var created = await RunAsync(services => services.GetRequiredService<CreateAccount>()
            .HandleAsync(new CreateAccountCommand(email, name ?? $"{role} {number}", Password, role, agencyId)));
        return created.Succeeded
            ? new Person(created.Value!.Id, email, Password, created.Value.DisplayName, role, agencyId)
            : throw new InvalidOperationException(string.Join(", ", created.Problems));
    }

    /// <summary>A browser without scripts, signed in as the person.</summary>
    public async Task<TestBrowser> AsAsync(Person person)
    {
        var browser = Anonymous();
        await browser.SignInAsync(person);
        return browser;
    }

    public TestBrowser Anonymous() => new(App, Path);
}
