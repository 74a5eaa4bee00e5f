using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Api;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Api;

/// <summary>Writes of the API: once however often they are sent, never over what somebody else wrote.</summary>
public sealed class WriteTests(TestApps apps)
{
    private const string Deadline = """{"answersDueAt":"2031-01-01T07:00:00+07:00"}""";

    [Theory, Databases]
    public async Task Round_Opened_IsThereWithItsAgenciesAndItsEvent(DatabaseProvider provider)
    {
        var (space, hash, api) = await PrepareAsync(provider);

        var answer = await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal($"{space.Path}/api/v1/rounds/2030", answer.Response.Headers.Location!.ToString());
        Assert.Equal("\"1\"", answer.Tag);
        Assert.Equal("2030-06-01T10:00:00Z", answer.Json["answersDueAt"]!.ToString());
        Assert.Equal(["alpha", "beta"], (await api.GetAsync("/rounds/2030/agencies")).Each("agency"));
        Assert.Equal(94, await space.ReadAsync(db => db.Answers.CountAsync(a => db.Assessments.Any(s => s.Id == a.AssessmentId && db.Rounds.Any(r => r.Id == s.RoundId && r.Code == "2030")))));
        Assert.Equal("organizer 1", await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type == nameof(RoundOpened) && e.Subject == "rounds/2030").Select(e => e.ActorName).SingleAsync()));
    }

    [Theory, Databases]
    public async Task Write_RepeatedWithItsKey_GetsTheSameAnswerAndWritesNothing(DatabaseProvider provider)
    {
        var (space, hash, api) = await PrepareAsync(provider);
        var key = ("Idempotency-Key", "2f6e-open-2030");

        var first = await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), key);
        var events = await EventsAsync(space);
        var again = await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), key);

        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal((first.Tag, first.Response.Headers.Location), (again.Tag, again.Response.Headers.Location));
        Assert.Equal(["true"], again.Response.Headers.GetValues("Idempotency-Replayed"));
        Assert.False(first.Response.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(events, await EventsAsync(space));
    }

    [Theory, Databases]
    public async Task Write_WithTheKeyOfAnotherRequest_IsRefused(DatabaseProvider provider)
    {
        var (_, hash, api) = await PrepareAsync(provider);
        var key = ("Idempotency-Key", "one-key-only");
        await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), key);

        var other = await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2031", hash), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal([("Idempotency-Key", "Api.KeyReused")], other.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/rounds/2031")).Status);
    }

    [Theory, Databases]
    public async Task Write_WithTheSameKeyOfSomebodyElse_IsAnother(DatabaseProvider provider)
    {
        var (space, hash, api) = await PrepareAsync(provider);
        using var colleague = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));
        var key = ("Idempotency-Key", "same-as-yours");

        Assert.Equal(HttpStatusCode.Created, (await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), key)).Status);
        Assert.Equal(HttpStatusCode.Created, (await colleague.WriteAsync(HttpMethod.Post, "/rounds", Round("2031", hash), key)).Status);
    }

    [Theory, Databases]
    public async Task Write_SentManyTimesAtOnce_WritesOnce(DatabaseProvider provider)
    {
        var (space, hash, api) = await PrepareAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), ("Idempotency-Key", "at-the-same-time"))));

        Assert.Contains(answers, a => a.Status is HttpStatusCode.Created);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created || a.Errors is [("Idempotency-Key", "Api.KeyBusy")], a.Text));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(RoundOpened) && e.Subject == "rounds/2030")));
    }

    [Theory, Databases]
    public async Task Write_Refused_LeavesItsKeyFree(DatabaseProvider provider)
    {
        var (_, hash, api) = await PrepareAsync(provider);
        var key = ("Idempotency-Key", "mended-after");

        var refused = await api.WriteAsync(HttpMethod.Post, "/rounds", Round("Not A Code", hash), key);

        Assert.Equal([("code", "Rounds.CodeInvalid")], refused.Errors);
        Assert.Equal(HttpStatusCode.Created, (await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), key)).Status);
    }

    [Theory, Databases]
    public async Task Write_CutOffByACrash_IsFinishedUnderTheSameIdAndIsForgottenInTheEnd(DatabaseProvider provider)
    {
        var (space, _, _) = await PrepareAsync(provider);
        var clock = new SetClock(TimeProvider.System.UtcNow);

        var first = await BeginAsync();
        Assert.Equal(WriteTurn.Write, first.Turn);
        Assert.Equal(WriteTurn.Busy, (await BeginAsync()).Turn);

        clock.Now += KeepAnswers.Patience;
        var retry = await BeginAsync();
        Assert.Equal((WriteTurn.Write, first.Id), (retry.Turn, retry.Id));
        await KeptAsync(k => k.KeepAsync(retry.Id, new GivenAnswer { Status = 201, Tag = "1", Content = "{}" }, default));
        Assert.Equal(WriteTurn.Repeat, (await BeginAsync()).Turn);

        clock.Now += KeepAnswers.Kept;
        var later = await BeginAsync("other");
        Assert.Equal(WriteTurn.Write, later.Turn);
        Assert.NotEqual(first.Id, later.Id);
        clock.Now += KeepAnswers.Kept * 2;
        await space.RunAsync(services => new ForgetKeptAnswers(services.GetRequiredService<SpaceDbContext>(), clock).HandleAsync(default));
        Assert.Equal(0, await space.ReadAsync(db => db.KeptAnswers.CountAsync()));

        Task<BegunWrite> BeginAsync(string hash = "hash") => space.RunAsync(_ => Keeper().BeginAsync("caller", "key-of-test", hash, default));
        Task KeptAsync(Func<KeepAnswers, Task> work) => space.RunAsync(_ => work(Keeper()));
        KeepAnswers Keeper() => new(space.App.Services.GetRequiredService<SpaceScopes>(), space.Space, clock);
    }

    [Theory, Databases]
    public async Task Deadline_Moved_CountsUpAndAStaleVersionIsShownWhatIsStored(DatabaseProvider provider)
    {
        var (space, _, api) = await PrepareAsync(provider);

        var moved = await api.WriteAsync(HttpMethod.Patch, "/rounds/2022", Deadline, ("If-Match", "\"1\""));
        var stale = await api.WriteAsync(HttpMethod.Patch, "/rounds/2022", """{"answersDueAt":null}""", ("If-Match", "\"1\""));
        var same = await api.WriteAsync(HttpMethod.Patch, "/rounds/2022", Deadline, ("If-Match", "\"1\""));

        Assert.Equal((HttpStatusCode.OK, "\"2\"", "2031-01-01T00:00:00Z"), (moved.Status, moved.Tag, moved.Json["answersDueAt"]!.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Equal(2, stale.Json["stored"]!["version"]!.GetValue<int>());
        Assert.Equal("2031-01-01T00:00:00Z", stale.Json["stored"]!["answersDueAt"]!.ToString());
        // What is stored already is answered as saved.
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (same.Status, same.Tag));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(DeadlineChanged))));
        Assert.Equal(HttpStatusCode.OK, (await api.WriteAsync(HttpMethod.Patch, "/rounds/2022", """{"answersDueAt":null}""", ("If-Match", "\"2\""))).Status);
    }

    [Theory]
    [InlineData("", "Api.IfMatchMissing")]
    [InlineData("*", "Api.IfMatchInvalid")]
    [InlineData("W/\"1\"", "Api.IfMatchInvalid")]
    [InlineData("\"1\", \"2\"", "Api.IfMatchInvalid")]
    [InlineData("\"one\"", "Api.IfMatchInvalid")]
    public async Task Version_MissingOrNoVersion_IsRefused(string ifMatch, string code)
    {
        var (_, _, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        var answer = await api.WriteAsync(HttpMethod.Patch, "/rounds/2022", Deadline, ("If-Match", ifMatch));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([("If-Match", code)], answer.Errors);
    }

    [Theory]
    [InlineData("", "Api.KeyMissing")]
    [InlineData("short", "Api.KeyInvalid")]
    [InlineData("no spaces here", "Api.KeyInvalid")]
    public async Task Key_MissingOrUnfit_IsRefused(string key, string code)
    {
        var (_, hash, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        Assert.Equal([("Idempotency-Key", code)], (await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), ("Idempotency-Key", key))).Errors);
    }

    [Fact]
    public async Task Session_WithoutItsAntiforgeryTokenOrWithThatOfSomebodyElse_WritesNothing()
    {
        var (space, hash, api) = await PrepareAsync(DatabaseProvider.Sqlite);
        using var colleague = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));

        foreach (var token in new[] { "", "made-up", colleague.Antiforgery! })
        {
            var answer = await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash), ("X-CSRF-Token", token));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal([("X-CSRF-Token", "Api.AntiforgeryMissing")], answer.Errors);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/rounds/2030")).Status);
    }

    [Theory]
    [InlineData("""{"code":"2030"}""", "")]
    [InlineData("""{"code":7,"cycleType":"monitoring","instrumentHash":"x","agencies":["alpha"]}""", "code")]
    [InlineData("""{"code":"2030","cycleType":"yearly","instrumentHash":"x","agencies":["alpha"]}""", "cycleType")]
    [InlineData("""{"code":"2030","cycleType":"monitoring","instrumentHash":"x","agencies":[7]}""", "agencies[0]")]
    [InlineData("""{"code":"2030","cycleType":"monitoring","instrumentHash":"x","agencies":["alpha"],"answersDueAt":"2030-06-01T17:00:00"}""", "answersDueAt")]
    [InlineData("""{"code":"2030","cycleType":"monitoring","instrumentHash":"x","agencies":["alpha"],"deadline":"2030-06-01T17:00:00Z"}""", "deadline")]
    [InlineData("not json", "")]
    public async Task Body_Unreadable_NamesTheField(string body, string field)
    {
        var (_, _, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        var answer = await api.WriteAsync(HttpMethod.Post, "/rounds", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([(field, "Api.BodyUnreadable")], answer.Errors);
    }

    [Fact]
    public async Task Body_UnknownAgencyOrInstrument_NamesTheField()
    {
        var (_, hash, api) = await PrepareAsync(DatabaseProvider.Sqlite);

        Assert.Equal([("instrumentHash", "Rounds.InstrumentUnknown")], (await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", "00"))).Errors);
        Assert.Equal([("agencies", "Rounds.AgencyUnknown")], (await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2030", hash).Replace("beta", "nobody", StringComparison.Ordinal))).Errors);
        Assert.Equal(HttpStatusCode.Conflict, (await api.WriteAsync(HttpMethod.Post, "/rounds", Round("2022", hash))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await api.WriteAsync(HttpMethod.Post, "/rounds", $"\"{new string('x', 1024 * 1024)}\"")).Status);
    }

    [Theory, Databases]
    public async Task Agency_TakenIntoARound_HasItsAnswersOnce(DatabaseProvider provider)
    {
        var (space, _, api) = await PrepareAsync(provider);
        await space.CreateAgencyAsync("late");

        var first = await api.WriteAsync(HttpMethod.Put, "/rounds/2022/agencies/late", content: null);
        var again = await api.WriteAsync(HttpMethod.Put, "/rounds/2022/agencies/late", content: null);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(("late", "answering"), (first.Json["agency"]!.ToString(), first.Json["status"]!.ToString()));
        Assert.Equal(47, await space.ReadAsync(db => db.Answers.CountAsync(a => db.Assessments.Any(s => s.Id == a.AssessmentId && db.Agencies.Any(g => g.Id == s.AgencyId && g.Code == "late")))));
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(AgencyEntered))));
        Assert.Equal(HttpStatusCode.NotFound, (await api.WriteAsync(HttpMethod.Put, "/rounds/2022/agencies/nobody", content: null)).Status);
        Assert.Equal(AssessmentStatus.Answering, await space.ReadAsync(db => db.Assessments.OrderByDescending(a => a.Id).Select(a => a.Status).FirstAsync()));
    }

    [Fact]
    public async Task TooManyWrites_AreRefusedWhileReadsGoOn()
    {
        using var app = new TestApp(DatabaseProvider.Sqlite, new Dictionary<string, string> { ["Api:WritesPerMinute"] = "1" });
        var space = await app.CreateSpaceAsync();
        using var api = await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer));
        await api.WriteAsync(HttpMethod.Post, "/rounds", "{}");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await api.WriteAsync(HttpMethod.Post, "/rounds", "{}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/rounds")).Status);
    }

    private static string Round(string code, string hash) =>
        $$"""{"code":"{{code}}","cycleType":"evaluation","instrumentHash":"{{hash}}","agencies":["alpha","beta"],"answersDueAt":"2030-06-01T17:00:00+07:00"}""";

    private static Task<int> EventsAsync(TestSpace space) => space.ReadAsync(db => db.AuditEvents.CountAsync());

    private async Task<(TestSpace Space, string InstrumentHash, ApiClient Api)> PrepareAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.OpenRoundAsync("2022", "spbe-2020", "alpha", "beta");
        return (space, (await space.ImportInstrumentAsync()).Hash, await ApiClient.OfSessionAsync(space, await space.CreatePersonAsync(Roles.Organizer)));
    }

    private sealed class SetClock(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
