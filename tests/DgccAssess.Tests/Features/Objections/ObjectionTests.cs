using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Core.Mail;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Objections;

public sealed class ObjectionTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Objection_FiledTwiceByTheSameForm_IsThereOnceAndHasWhatWasAsked(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        var form = await scene.Coordinator.GetAsync(ObjectionScene.Objection);
        (string, string?)[] typed = [("Input.Reason", " The regulation\r\nwas overlooked. "), ("Input.Points[1].Value", "4")];

        var filed = await scene.Coordinator.SubmitAsync(form, "#objection", typed);
        var again = await scene.Coordinator.SubmitAsync(form, "#objection", typed);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (filed.Status, again.Status));
        var stored = Assert.Single(await scene.StoredAsync());
        Assert.Equal("The regulation\nwas overlooked.", stored.Reason);
        Assert.Equal([new ObjectionPoint("I2", 2, 4)], stored.Points);
        Assert.Equal(stored.FiledAt.AddDays(7), stored.AnswerDueAt);
        Assert.Equal(1, await scene.AuditAsync("ObjectionFiled"));
        Assert.Contains("was overlooked.", (await scene.Coordinator.GetAsync(ObjectionScene.Result)).Document.QuerySelector("#objections")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Agency ministry-a", (await scene.Organizer.GetAsync(ObjectionScene.List)).Document.QuerySelector("#objections tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Objections to answer: 1", (await scene.Organizer.GetAsync("/home")).Text, StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task Objection_Upheld_LeadsToTheCorrectionThatStandsBesideIt(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();

        var answered = await scene.AnswerAsync(isUpheld: true, "You are right.");
        Assert.NotNull(answered.Document.QuerySelector($"main a[href$='/agencies/{ObjectionScene.Agency}/correct']"));
        var page = await scene.Organizer.GetAsync($"/rounds/{ObjectionScene.Round}/agencies/{ObjectionScene.Agency}/correct");
        var corrected = await scene.Organizer.SubmitAsync(page, "main form[method=post]", ("Input.Reason", "The regulation counts."), ("Input.Values[1].Value", "4"));

        Assert.Equal(HttpStatusCode.OK, corrected.Status);
        var result = (await scene.Coordinator.GetAsync(ObjectionScene.Result)).Document.QuerySelector("#objections")!.TextContent;
        Assert.Contains("You are right.", result, StringComparison.Ordinal);
        Assert.Contains("version 2", result, StringComparison.Ordinal);
        Assert.Contains("The regulation counts.", result, StringComparison.Ordinal);
        Assert.Contains("Corrected in version 2", (await scene.Organizer.GetAsync(ObjectionScene.List)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await scene.AuditAsync("ObjectionAnswered"));
    }

    [Theory, Databases]
    public async Task Answer_QueuesAMailToEveryCoordinatorOfTheAgency(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync(ObjectionScene.Neighbour));
        await scene.Space.CreatePersonAsync(Roles.Respondent, await scene.Space.AgencyIdAsync(ObjectionScene.Agency));
        await scene.FileAsync();

        await scene.AnswerAsync(isUpheld: false);

        var mail = await scene.Space.ReadAsync(db => db.OutgoingMails.AsNoTracking().SingleAsync(m => m.Template == MailTemplate.ObjectionAnswered));
        Assert.Equal("Ratna Dewi", mail.ToName);
        Assert.Equal(ObjectionScene.Result, await scene.Space.RunAsync(services => services.GetRequiredService<ObjectionMail>().PathAsync(mail, default)));
    }

    [Theory, Databases]
    public async Task Objection_AfterTheDays_OrWhereThereAreNone_IsRefused(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        var form = await scene.Coordinator.GetAsync(ObjectionScene.Objection);
        (string, string?)[] typed = [("Input.Reason", "Late.")];

        Assert.NotNull((await scene.Coordinator.GetAsync(ObjectionScene.Result)).Document.QuerySelector("main header a[href='#objections']"));
        await scene.AgeAsync(8);
        Assert.Null((await scene.Coordinator.GetAsync(ObjectionScene.Result)).Document.QuerySelector("main header a[href='#objections']"));
        Assert.Equal(HttpStatusCode.Conflict, (await scene.Coordinator.SubmitAsync(form, "#objection", typed)).Status);
        Assert.Null((await scene.Coordinator.GetAsync(ObjectionScene.Objection)).Document.QuerySelector("main form"));
        await scene.AgeAsync(6);
        await scene.Space.ReadAsync(db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.ObjectionDays, 0)));
        Assert.Equal(HttpStatusCode.Conflict, (await scene.Coordinator.SubmitAsync(form, "#objection", typed)).Status);
        Assert.Null((await scene.Coordinator.GetAsync(ObjectionScene.Result)).Document.QuerySelector("#objections"));
        await scene.Space.ReadAsync(db => db.Rounds.ExecuteUpdateAsync(set => set.SetProperty(r => r.ObjectionDays, 7)));

        Assert.Empty(await scene.StoredAsync());
        Assert.Equal(HttpStatusCode.OK, (await scene.Coordinator.SubmitAsync(form, "#objection", typed)).Status);
    }

    [Theory, Databases]
    public async Task Objection_WhileOneIsOpen_IsRefused_AndAfterItsAnswerNot(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        var form = await scene.Coordinator.GetAsync(ObjectionScene.Objection);
        await scene.FileAsync();

        var second = await scene.Coordinator.SubmitAsync(form, "#objection", ("Input.Reason", "Another."));
        await scene.AnswerAsync(isUpheld: false);

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(HttpStatusCode.OK, (await scene.Coordinator.SubmitAsync(form, "#objection", ("Input.Reason", "Another."))).Status);
        Assert.Equal([ObjectionState.Dismissed, ObjectionState.Open], (await scene.StoredAsync()).OrderBy(o => o.FiledAt).Select(o => o.State));
    }

    [Theory, Databases]
    public async Task Objection_WithFaults_NamesEachFieldAndKeepsWhatWasTyped(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        (string Field, string? Value)[] faults =
            [("Input.Reason", " "), ("Input.Reason", new string('a', ObjectionRules.TextLength + 1)), ("Input.Points[0].Value", "6"), ("Input.Points[0].Value", "two"), ("Input.Points[0].Value", "2"), ("Input.Points[0].Indicator", "X1")];

        foreach (var (field, value) in faults)
        {
            var refused = await scene.FileAsync([.. new[] { ("Input.Points[0].Value", "3"), ("Input.Points[4].Value", "5") }.Where(g => g.Item1 != field), (field, value)]);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector($"#error-summary a[data-field='{field.Replace("Indicator", "Value", StringComparison.Ordinal)}']"));
            Assert.NotNull(refused.Document.QuerySelector("#Input_Points_4__Value option[value='5'][selected]"));
        }

        Assert.Empty(await scene.StoredAsync());
    }

    [Theory, Databases]
    public async Task Withdrawn_IsNotAnswered_AndTheAnswerIsNotLost(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();
        var (own, answer) = (await scene.Coordinator.GetAsync(ObjectionScene.Objection), await scene.Organizer.GetAsync(ObjectionScene.Answer));
        var missing = await scene.Coordinator.SubmitAsync(own, "#withdraw", ("Input.Version", null));
        var stale = await scene.Coordinator.SubmitAsync(own, "#withdraw", ("Input.Version", "7"));

        await scene.Coordinator.SubmitAsync(own, "#withdraw");
        var again = await scene.Coordinator.SubmitAsync(own, "#withdraw");
        var late = await scene.Organizer.SubmitAsync(answer, "#answer", ("Input.IsUpheld", "true"), ("Input.Answer", "A long answer."));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (missing.Status, stale.Status));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("A long answer.", late.Document.QuerySelector("#typed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ObjectionState.Withdrawn, Assert.Single(await scene.StoredAsync()).State);
        Assert.Equal(1, await scene.AuditAsync("ObjectionWithdrawn"));
        Assert.Equal(0, await scene.AuditAsync("ObjectionAnswered"));
    }

    [Theory, Databases]
    public async Task Answer_VersionMissingStaleOrIncomplete_IsRefused_AndTheSameTwiceIsOne(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();
        var form = await scene.Organizer.GetAsync(ObjectionScene.Answer);
        Task<TestPage> SendAsync(params (string, string?)[] values) => scene.Organizer.SubmitAsync(form, "#answer", [.. new[] { ("Input.IsUpheld", "false"), ("Input.Answer", "No.") }.Where(g => values.All(v => v.Item1 != g.Item1)), .. values]);

        var refused = new[] { await SendAsync(("Input.Version", null)), await SendAsync(("Input.IsUpheld", null)), await SendAsync(("Input.Answer", " ")), await SendAsync(("Input.Version", "7")) };
        var (first, same, other) = (await SendAsync(), await SendAsync(), await SendAsync(("Input.Answer", "Yes.")));

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Conflict], refused.Select(r => r.Status));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.Status, same.Status, other.Status));
        Assert.Equal("No.", Assert.Single(await scene.StoredAsync()).Answer);
        Assert.Equal(1, await scene.AuditAsync("ObjectionAnswered"));
    }

    [Theory, Databases]
    public async Task ObjectionOfANeighbour_UnderOnesOwnAddress_IsNotFound(DatabaseProvider provider)
    {
        using var scene = await ObjectionScene.OpenAsync(apps.On(provider));
        await scene.FileAsync();
        var theirs = await scene.Space.ObjectAsync(ObjectionScene.Round, ObjectionScene.Neighbour);

        var withdrawn = await scene.Coordinator.SubmitAsync(await scene.Coordinator.GetAsync(ObjectionScene.Objection), "#withdraw", ("Input.Id", $"{theirs}"));
        var answered = await scene.Organizer.SubmitAsync(await scene.Organizer.GetAsync(ObjectionScene.Answer), "#answer", ("Input.Id", $"{theirs}"), ("Input.IsUpheld", "true"), ("Input.Answer", "Yes."));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (withdrawn.Status, answered.Status));
        Assert.All(await scene.StoredAsync(), o => Assert.True(o.IsOpen));
    }
}
