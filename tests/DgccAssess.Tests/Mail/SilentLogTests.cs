using System.Collections.Concurrent;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DgccAssess.Tests.Mail;

/// <summary>What goes to the log of an installation that is invited into, refused mail and reset in: nobody's address, no password, no link.</summary>
public sealed class SilentLogTests
{
    [Theory, Databases]
    public async Task Log_OfInvitationResetAndRefusedMail_NamesNobodyAndHoldsNoSecret(DatabaseProvider provider)
    {
        await using var server = new LoopbackMailServer();
        var log = new Listener();
        using var app = new TestApp(
            provider,
            new Dictionary<string, string> { ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = $"{server.Port}", ["Mail:Security"] = "None", ["Mail:PickupFolder"] = "", ["Logging:LogLevel:Default"] = "Information" },
            services => services.AddSingleton<ILoggerProvider>(log));
        var space = await app.CreateSpaceAsync();
        var person = await space.CreatePersonAsync(Roles.Administrator);
        using var browser = await space.AsAsync(person);
        server.Refusals["dewi@agency.example"] = "451 4.7.1 <dewi@agency.example> later";
        await TestSpace.InviteAsync(browser, "dewi@agency.example", Roles.Reader);
        using var stranger = space.Anonymous();
        await stranger.SubmitAsync(await stranger.GetAsync("/sign-in/forgot"), "main form[method=post]", ("Input.Email", person.Email));
        await space.RunDueJobsAsync();
        await space.RunDueJobsAsync();
        var token = server.Received.Single().TextBody!.Split("token=")[1].Split('\n')[0].Trim();
        await stranger.SubmitAsync(await stranger.GetAsync($"/sign-in/reset?token={token}"), "main form[method=post]", ("Input.Password", "otter lantern seven bridges"));

        var text = string.Join('\n', log.Lines);
        Assert.Contains("SendMail", text, StringComparison.Ordinal);
        Assert.All([person.Email, "dewi@agency.example", person.Password, "otter lantern", token], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
