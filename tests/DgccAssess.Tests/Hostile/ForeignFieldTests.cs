using System.Globalization;
using System.Net;
using System.Text;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Hostile;

/// <summary>
/// Every text or id that a form or a body carries, found in the application's own metadata: it names nothing, or there is a case below in which it names
/// something of another tenant or agency. Refused, and nothing is written; with something of one's own the same form does its work.
/// </summary>
public sealed class ForeignFieldTests(TestApps apps)
{
    [Fact]
    public async Task Fields_OfAllForms_AreClassified()
    {
        var app = apps.On(DatabaseProvider.Sqlite);
        using var scene = await ForeignScene.OpenAsync(app);
        var cases = (await CasesAsync(scene)).Select(c => (c.Endpoint, c.Field)).ToHashSet();
        var fields = (await BoundFields.OfAsync(app)).Where(f => f.Handler.Length > 0).ToList();

        Assert.True(fields.Count > 80);
        Assert.DoesNotContain(fields, f => !FieldKinds.NamesNothing(f) && !cases.Contains((f.Endpoint, f.Name)));
        Assert.Empty(cases.Except(fields.Select(f => (f.Endpoint, f.Name))));
        Assert.Empty(FieldKinds.Stale(fields));
    }

    [Theory, Databases]
    public async Task Reference_ToSomethingForeign_IsRefusedAndWritesNothing(DatabaseProvider provider)
    {
        using var scene = await ForeignScene.OpenAsync(apps.On(provider));
        foreach (var @case in await CasesAsync(scene))
        {
            foreach (var (what, value) in @case.Foreign)
            {
                var before = await scene.RowsAsync();
                using var answer = await PostAsync(scene, @case, value);

                Assert.True((int)answer.StatusCode is >= 400 and < 500 || @case.IsSilent, $"{@case.Endpoint} {@case.Field} ({what}): {(int)answer.StatusCode}");
                Assert.Equal(before, await scene.RowsAsync());
            }

            if (@case.Own is not { } own) continue;
            var rows = await scene.RowsAsync();
            using var done = await PostAsync(scene, @case, own);
            Assert.True((int)done.StatusCode < 400, $"{@case.Endpoint} {@case.Field} (own): {(int)done.StatusCode}");
            Assert.NotEqual(rows, await scene.RowsAsync());
        }
    }

    /// <param name="Endpoint">Route pattern.</param>
    /// <param name="Role">Who posts.</param>
    /// <param name="Address">Below the space.</param>
    /// <param name="Field">The field that names something.</param>
    /// <param name="Own">What it may name; null where the good case is another test's.</param>
    /// <param name="Foreign">What it may not, and whose that is.</param>
    /// <param name="Others">The rest of the form.</param>
    private sealed record Case(string Endpoint, string Role, string Address, string Field, string? Own, (string What, string Value)[] Foreign, params (string Name, string Value)[] Others)
    {
        /// <summary>There is nothing to do, and that is said as if it were done.</summary>
        public bool IsSilent { get; init; }

        public string Posted { get; init; } = Field;
    }

    private static async Task<HttpResponseMessage> PostAsync(ForeignScene scene, Case @case, string value)
    {
        HttpContent content = @case.Address.StartsWith("/api/", StringComparison.Ordinal)
            ? new StringContent(@case.Others.Single().Value.Replace("{value}", value, StringComparison.Ordinal), Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent(@case.Others.Select(o => KeyValuePair.Create(o.Name, o.Value)).Append(new(@case.Posted, value)));
        return await scene.SendAsync(scene.As(@case.Role), HttpMethod.Post, scene.Space.Path + @case.Address, content);
    }

    private static async Task<IReadOnlyList<Case>> CasesAsync(ForeignScene scene)
    {
        var (own, near, far) = (scene.Own, scene.Neighbour, scene.Far);
        var nearSession = await SessionAsync(scene.Space, near.Respondent);
        var farSession = await SessionAsync(scene.Foreign, far.Respondent);
        var ownSession = await SessionAsync(scene.Space, own.Respondent);
        var (nearLent, farLent) = (await LendAsync(scene.Space, near), await LendAsync(scene.Foreign, far));
        var nearComment = await CommentAsync(scene.Space, near, "I1");
        var instrument = await scene.Space.ReadAsync(db => db.InstrumentVersions.Select(v => v.Id).SingleAsync());
        var farInstrument = await scene.Foreign.ReadAsync(db => db.InstrumentVersions.Select(v => v.Id).SingleAsync());
        var farJob = await scene.Foreign.ReadAsync(db => db.Outbox.Select(o => o.Id).FirstAsync());
        var assignment = await scene.Space.ReadAsync(db => db.Assessments.Where(a => a.AgencyId == own.Respondent.AgencyId).Select(a => a.Version).SingleAsync());
        var answer = await scene.Space.ReadAsync(db => db.Answers.Where(a => a.Indicator == "I1").Join(db.Assessments.Where(a => a.AgencyId == own.Respondent.AgencyId), a => a.AssessmentId, a => a.Id, (a, _) => a.Version).SingleAsync());
        const string assessment = "rounds/{round}/agencies/{agency}";
        var path = $"/rounds/{ForeignScene.Round}/agencies/{ForeignScene.Mine}";
        (string, string)[] people = [("another agency", $"{near.Colleague.Id}"), ("another tenant", $"{far.Respondent.Id}"), ("nobody", $"{Guid.Empty}")];
        (string, string)[] invited = [("Input.Email", "new@agency.example"), ("Input.DisplayName", "Somebody New"), ("Input.Id", $"{Guid.CreateVersion7()}")];
        (string, string)[] rights = [("Input.DisplayName", "Renamed"), ("Input.Version", "1")];
        (string, string)[] round = [("Input.CycleType", "Evaluation"), ("Input.ObjectionDays", "7"), ("Input.AnswerDays", "7"), ("Input.Id", $"{Guid.CreateVersion7()}")];
        var (today, later) = (Day(0), Day(3));
        string Body(string agency, string hash, string code) => $$"""{"code":"{{code}}","cycleType":"evaluation","instrumentHash":"{{hash}}","agencies":["{{agency}}"]}""";

        return
        [
            new("delegation", Roles.Coordinator, "/delegation", "Input.ToId", $"{own.Colleague.Id}", [.. people, ("no coordinator's colleague", $"{own.Assessor.Id}")], ("Input.StartsOn", today), ("Input.EndsOn", later), ("Input.Id", $"{Guid.CreateVersion7()}")),
            new("delegation", Roles.Coordinator, "/delegation?handler=TakeBack", "id", null, [("another agency", $"{nearLent}"), ("another tenant", $"{farLent}")], ("version", "1")),
            new("delegation", Roles.Coordinator, "/delegation", "Input.Id", $"{Guid.CreateVersion7()}", [("another agency", $"{nearLent}")], ("Input.ToId", $"{own.Colleague.Id}"), ("Input.StartsOn", today), ("Input.EndsOn", later)) { IsSilent = true },
            new("accounts/invite", Roles.Administrator, "/accounts/invite", "Input.Roles", null, [("another tenant", ForeignScene.ForeignRole), ("the hub", Roles.Operator)], invited),
            new("accounts/invite", Roles.Administrator, "/accounts/invite", "Input.Agency", ForeignScene.Mine, [("another tenant", ForeignScene.ForeignAgency)], [.. invited, ("Input.Roles", Roles.Respondent)]),
            new("accounts/invite", Roles.Administrator, "/accounts/invite", "Input.Id", $"{Guid.CreateVersion7()}", [("somebody there", $"{near.Respondent.Id}")], ("Input.Email", "newer@agency.example"), ("Input.DisplayName", "Somebody Newer"), ("Input.Roles", Roles.Reader)) { IsSilent = true },
            new("accounts/{id:guid}/rights", Roles.Administrator, $"/accounts/{own.Colleague.Id}/rights", "Input.Roles", null, [("another tenant", ForeignScene.ForeignRole), ("the hub", Roles.Operator)], [.. rights, ("Input.Agency", ForeignScene.Mine)]),
            new("accounts/{id:guid}/rights", Roles.Administrator, $"/accounts/{own.Colleague.Id}/rights", "Input.Agency", ForeignScene.Theirs, [("another tenant", ForeignScene.ForeignAgency)], [.. rights, ("Input.Roles", Roles.Respondent)]),
            new("jobs", Roles.Administrator, "/jobs?handler=Retry", "id", null, [("another tenant", $"{farJob}")], ("version", "1")),
            new("security", Roles.Respondent, "/security?handler=End", "id", $"{ownSession}", [("another agency", $"{nearSession}"), ("another tenant", $"{farSession}")]),
            new("security/programs", Roles.Respondent, "/security/programs?handler=Withdraw", "client", null, [("another tenant", $"{scene.FarClient.Id}"), ("never allowed", $"{scene.Client.Id}")]) { IsSilent = true },
            new(assessment + "/assessors", Roles.Organizer, $"{path}/assessors", "Input.Assessors", $"{near.Assessor.Id}", [("another tenant", $"{far.Assessor.Id}"), ("no assessor", $"{own.Respondent.Id}")], ("Input.Assessors", $"{own.Assessor.Id}"), ("Input.Version", Text(assignment))),
            new("rounds/{round}/papers", Roles.Organizer, $"/rounds/{ForeignScene.Round}/papers?handler=Resume", "Resume.Batch", null, [("another tenant", $"{scene.FarBatch}"), ("nobody", $"{Guid.Empty}")], ("Resume.Version", "1")),
            new("rounds/{round}/papers", Roles.Organizer, $"/rounds/{ForeignScene.Round}/papers", "Input.Id", null, [("another tenant", $"{scene.FarBatch}")], ("Input.Language", "en"), ("Input.Standard", "ua1")),
            new("rounds/new", Roles.Organizer, "/rounds/new", "Input.InstrumentVersionId", null, [("another tenant", $"{farInstrument}")], [.. round, ("Input.Code", "x1"), ("Input.Agencies", ForeignScene.Mine)]),
            new("rounds/new", Roles.Organizer, "/rounds/new", "Input.Agencies", ForeignScene.Mine, [("another tenant", ForeignScene.ForeignAgency)], [.. round, ("Input.Code", "x2"), ("Input.InstrumentVersionId", $"{instrument}")]),
            new(assessment + "/assign", Roles.Coordinator, $"{path}/assign", "Input.Holder", $"{own.Respondent.Id}", [.. people, ("no respondent", $"{own.Assessor.Id}")], ("Input.All", "true"), ("Input.Group", "A1"), ("Input.Answers[0].Indicator", "I1"), ("Input.Answers[0].Version", Text(answer))),
            new(assessment + "/assign", Roles.Coordinator, $"{path}/assign", "Input.Answers.Indicator", null, [("another instrument", far.Indicators[0].Code + "x"), ("nothing", "I999")], ("Input.All", "true"), ("Input.Holder", $"{own.Colleague.Id}"), ("Input.Answers[0].Version", Text(answer))) { Posted = "Input.Answers[0].Indicator" },
            new(assessment + "/{indicator}/comments", Roles.Respondent, $"{path}/I1/comments", "Comment.Id", $"{Guid.CreateVersion7()}", [("another agency", $"{nearComment}")], ("Comment.Text", "A remark.")) { IsSilent = true },
            new(assessment + "/{indicator}/evidence/link", Roles.Respondent, $"{path}/I1/evidence/link", "Input.Id", $"{Guid.CreateVersion7()}", [("another agency", $"{scene.NeighbourEvidence}")], ("Input.Url", "https://example.org/a")),
            new(assessment + "/result/objection", Roles.Coordinator, $"{path}/result/objection?handler=Withdraw", "Input.Id", null, [("nobody's", $"{Guid.CreateVersion7()}")], ("Input.Version", "1")),
            new(assessment + "/result/objection/answer", Roles.Organizer, $"{path}/result/objection/answer", "Input.Id", null, [("nobody's", $"{Guid.CreateVersion7()}")], ("Input.IsUpheld", "true"), ("Input.Answer", "No."), ("Input.Version", "1")),
            new("sharing/rounds/{round}/practices/new", Roles.Administrator, $"/sharing/rounds/{ForeignScene.Round}/practices/new", "Input.Agency", null, [("another tenant", ForeignScene.ForeignAgency)], ("Input.Id", $"{Guid.CreateVersion7()}"), ("Input.Question", "C2"), ("Input.Texts[0].Language", "en"), ("Input.Texts[0].Text", TestSpace.SomePractice)),
            .. await AwardCasesAsync(scene),
            new("api/v1/rounds/", Roles.Organizer, "/api/v1/rounds", "Agencies", ForeignScene.Mine, [("another tenant", ForeignScene.ForeignAgency)], ("", Body("{value}", scene.InstrumentHash, "a1"))),
            new("api/v1/rounds/", Roles.Organizer, "/api/v1/rounds", "InstrumentHash", scene.InstrumentHash, [("another tenant", scene.FarInstrumentHash)], ("", Body(ForeignScene.Mine, "{value}", "a2"))),
        ];
    }

    private static async Task<IReadOnlyList<Case>> AwardCasesAsync(ForeignScene scene)
    {
        var farDeparture = await scene.Foreign.ReadAsync(db => db.AwardDepartures.Select(d => d.Id).FirstAsync());
        const string page = "award-rounds/{awardRound}", awards = $"/award-rounds/{ForeignScene.AwardRound}";
        (string, string)[] round = [("Input.Code", "x-awards"), ("Input.Id", $"{Guid.CreateVersion7()}")];
        return
        [
            new("award-rounds/new", Roles.Organizer, "/award-rounds/new", "Input.Round", null, [("another tenant", ForeignScene.ForeignRound)], [.. round, ("Input.Award", "digital-government-2024")]),
            new("award-rounds/new", Roles.Organizer, "/award-rounds/new", "Input.Previous", null, [("another tenant", ForeignScene.ForeignRound)], [.. round, ("Input.Award", "digital-government-2024"), ("Input.Round", ForeignScene.Round)]),
            new("award-rounds/new", Roles.Organizer, "/award-rounds/new", "Input.Award", "digital-government-2024", [("another tenant", "digital-government-2026")], [.. round, ("Input.Round", ForeignScene.Round)]),
            new(page + "/decision", Roles.Organizer, awards + "/decision", "Input.Agency", null, [("another tenant", ForeignScene.ForeignAgency)], ("Input.Category", "ministries"), ("Input.Kind", "Award"), ("Input.Reason", "Reason."), ("Input.Version", "1")),
            new(page + "/objections", Roles.Organizer, awards + "/objections?handler=Change", "Input.Agency", null, [("another tenant", ForeignScene.ForeignAgency)], ("Input.Category", "ministries"), ("Input.Kind", "Award"), ("Input.Reason", "Reason."), ("Input.Version", "1")),
            new(page + "/objections", Roles.Organizer, awards + "/objections?handler=Answer", "id", null, [("nobody's", $"{Guid.CreateVersion7()}")], ("Input.IsUpheld", "true"), ("Input.Answer", "No."), ("Input.Version", "1")),
            new(page + "/jury", Roles.Organizer, awards + "/jury?handler=Recuse", "Input.Agency", null, [("another tenant", ForeignScene.ForeignAgency), ("not nominated", ForeignScene.Theirs)], ("Input.Juror", $"{scene.As(Roles.Juror).Person.Id}"), ("Input.Reason", "Reason.")),
            new(page + "/jury", Roles.Organizer, awards + "/jury?handler=Recuse", "Input.Juror", null, [("another tenant", $"{scene.Far.Respondent.Id}"), ("no juror", $"{scene.Own.Respondent.Id}")], ("Input.Agency", ForeignScene.Mine), ("Input.Reason", "Reason.")),
            new(page + "/panel/{panel:guid?}", Roles.Organizer, awards + $"/panel/{scene.Panel}", "Input.Jurors", null, [("another tenant", $"{scene.Far.Respondent.Id}"), ("no juror", $"{scene.Own.Respondent.Id}")], ("Input.Name", "Panel"), ("Input.Version", "1")),
            new(page + "/nomination", Roles.Coordinator, awards + "/nomination?handler=Remove", "id", null, [("nobody's", $"{Guid.CreateVersion7()}")], ("Input.Version", "1")),
            new(page + "/decision", Roles.Organizer, awards + "/decision?handler=TakeBack", "id", null, [("another tenant", $"{farDeparture}")], ("Input.Version", "1")),
        ];
    }

    private static async Task<Guid> SessionAsync(TestSpace space, Person person)
    {
        using var browser = await space.AsAsync(person);
        return await space.ReadAsync(db => db.Set<SignInSession>().Where(s => s.AccountId == person.Id).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());
    }

    private static async Task<Guid> LendAsync(TestSpace space, TestDiagnosis diagnosis)
    {
        using var browser = await space.AsAsync(diagnosis.Coordinator);
        await browser.SubmitAsync(await browser.GetAsync("/delegation"), "main form:has(#Input_ToId)", ("Input.ToId", $"{diagnosis.Colleague.Id}"), ("Input.StartsOn", Day(0)), ("Input.EndsOn", Day(3)));
        return await space.ReadAsync(db => db.Delegations.Where(d => d.FromId == diagnosis.Coordinator.Id).Select(d => d.Id).FirstAsync());
    }

    private static async Task<Guid> CommentAsync(TestSpace space, TestDiagnosis diagnosis, string indicator)
    {
        using var browser = await space.AsAsync(diagnosis.Respondent);
        await browser.SubmitAsync(await browser.GetAsync($"{diagnosis.Path}/{indicator}/comments"), "#comment-form", ("Comment.Text", "Among ourselves."));
        return await space.ReadAsync(db => db.AnswerComments.Select(c => c.Id).FirstAsync());
    }

    // The tests' spaces live in Jakarta's time.
    private static string Day(int fromToday) =>
        DateOnly.FromDateTime(TimeProvider.System.UtcNow.AddHours(7)).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
