using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Sharing;

/// <summary>From the list of those who do well to the agency's word, and what each sees of it.</summary>
public sealed class PracticePageTests(TestApps apps)
{
    private const string Agency = "zz-ministry-05";
    private const string List = "/sharing/rounds/2026/practices";
    private const string Own = $"/rounds/2026/agencies/{Agency}/practices/C2";

    [Fact]
    public async Task Text_IsBegunFromTheAgencysOwnWords_ReadByTheAgency_AgreedToAndTakenBack()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.Space.ApproveCoreAsync("spbe-2020");
        using var decider = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Administrator));
        using var coordinator = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync(Agency)));
        using var organizer = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Organizer));

        var form = await decider.GetAsync($"{List}/new?question=C2&agency={Agency}");
        Assert.Equal(17, form.Document.QuerySelectorAll("#candidates tbody tr").Length);
        Assert.Contains("Word on I", form.Document.QuerySelector("textarea[lang=en]")!.TextContent, StringComparison.Ordinal);
        var faulty = await decider.SubmitAsync(form, "main form[method=post]", ("Input.Texts[0].Text", "Short."), ("Input.Texts[1].Text", "Satu kantor menjawab semua permintaan data."));
        Assert.Equal(HttpStatusCode.BadRequest, faulty.Status);
        Assert.Contains("Write at least 20 letters.", faulty.Text, StringComparison.Ordinal);
        Assert.Contains("Satu kantor", faulty.Document.QuerySelector("textarea[lang=id]")!.TextContent, StringComparison.Ordinal);
        var proposed = await decider.SubmitAsync(faulty, "main form[method=post]", ("Input.Texts[0].Text", TestSpace.SomePractice));
        Assert.Contains("Agency is asked", proposed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await organizer.GetAsync($"{List}/new")).Status);
        Assert.Contains("Agency is asked", (await organizer.GetAsync(List)).Text, StringComparison.Ordinal);

        Assert.Contains("Say whether Korea may read a text on your agency (C2)", (await coordinator.GetAsync("/home")).Text, StringComparison.Ordinal);
        var asked = await coordinator.GetAsync(Own);
        Assert.Contains("One office answers every request", asked.Text, StringComparison.Ordinal);
        var unconfirmed = await coordinator.SubmitAsync(asked, "#agree");
        Assert.Contains("Say that your agency agrees to this text.", unconfirmed.Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(unconfirmed, "#agree", ("Input.Confirmed", "true"));
        Assert.Equal(PracticeState.Agreed, await StateAsync(scene));
        Assert.Contains("One office answers every request", (await organizer.GetAsync($"/sharing/rounds/2026?level={(int)SharingLevel.Agencies}")).Text, StringComparison.Ordinal);

        await coordinator.SubmitAsync(await coordinator.GetAsync(Own), "#withdraw", ("Input.Note", "A person is named in it."));
        Assert.Equal(PracticeState.Withdrawn, await StateAsync(scene));
        Assert.Contains("A person is named in it.", (await decider.GetAsync($"{List}/{Agency}/C2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldPages_ShowWhatIsStored_AndWriteNothing()
    {
        var scene = await SharingScene.OpenAsync(apps.On(DatabaseProvider.Sqlite));
        await scene.Space.ProposePracticeAsync("2026", Agency, "C2");
        using var decider = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Administrator));
        using var coordinator = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync(Agency)));
        var (form, asked) = (await decider.GetAsync($"{List}/{Agency}/C2"), await coordinator.GetAsync(Own));

        await scene.Space.RewordPracticeAsync("2026", Agency, "C2", "The ministry hired four people who do nothing else.");
        var stale = await decider.SubmitAsync(form, "main form:has(textarea[lang=en])", ("Input.Texts[0].Text", "What I typed meanwhile in my own words."));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("hired four people", stale.Document.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What I typed meanwhile", stale.Document.QuerySelector("textarea[lang=en]")!.TextContent, StringComparison.Ordinal);
        var outdated = await coordinator.SubmitAsync(asked, "#agree", ("Input.Confirmed", "true"));
        Assert.Equal(HttpStatusCode.Conflict, outdated.Status);
        Assert.Contains("hired four people", outdated.Text, StringComparison.Ordinal);
        Assert.Null(outdated.Document.QuerySelector("#confirmed[checked]"));
        Assert.Equal(HttpStatusCode.BadRequest, (await coordinator.SubmitAsync(outdated, "#agree", ("Input.Confirmed", "true"), ("Input.Version", null))).Status);
        Assert.Equal(PracticeState.Proposed, await StateAsync(scene));
    }

    private static Task<PracticeState> StateAsync(SharingScene scene) => scene.Space.ReadAsync(db => db.Practices.Select(p => p.State).SingleAsync());
}
