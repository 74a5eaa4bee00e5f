using System.Globalization;
using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Accounts;

public sealed class DelegationTests(TestApps apps)
{
    private const string Form = "main form:has(#Input_ToId)";

    [Theory, Databases]
    public async Task Rights_HandedOver_CountForTheseDaysOnly_UnderTheStandInsOwnName(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        using var coordinator = await space.AsAsync(diagnosis.Coordinator);
        using var respondent = await space.AsAsync(diagnosis.Respondent);
        Assert.Equal(HttpStatusCode.Forbidden, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);

        // Begins tomorrow: nothing yet.
        await HandOverAsync(coordinator, diagnosis.Respondent.Id, 1, 3);
        Assert.Equal(HttpStatusCode.Forbidden, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);
        Assert.Contains("stand in for", (await space.LastMailToAsync(diagnosis.Respondent.Email)).Subject, StringComparison.Ordinal);

        var list = await HandOverAsync(coordinator, diagnosis.Respondent.Id, 0, 3);
        Assert.Equal(HttpStatusCode.OK, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);
        // Lending itself is not lent.
        Assert.Equal(HttpStatusCode.Forbidden, (await respondent.GetAsync("/delegation")).Status);

        while (list.Document.QuerySelector("form[action*=TakeBack]") is not null) list = await coordinator.SubmitAsync(list, "form[action*=TakeBack]");
        Assert.Equal(HttpStatusCode.Forbidden, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);
        Assert.Equal(2, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(RightsHandedOver))));
    }

    [Theory, Databases]
    public async Task Rights_OfSomebodyDeactivated_OrWhoseDaysAreOver_AreLentNoMore(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        using var coordinator = await space.AsAsync(diagnosis.Coordinator);
        using var respondent = await space.AsAsync(diagnosis.Respondent);
        await HandOverAsync(coordinator, diagnosis.Respondent.Id, 0, 3);
        Assert.Equal(HttpStatusCode.OK, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);

        await space.ReadAsync(db => db.Delegations.ExecuteUpdateAsync(set => set.SetProperty(d => d.EndsOn, Day(-1)).SetProperty(d => d.StartsOn, Day(-3))));
        space.App.Services.GetRequiredService<RightsCache>().Forget(space.Space.Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);

        await HandOverAsync(coordinator, diagnosis.Respondent.Id, 0, 3);
        using var admin = await space.AsAsync(await space.CreatePersonAsync(Roles.Administrator));
        await admin.SubmitAsync(await admin.GetAsync($"/accounts/{diagnosis.Coordinator.Id}/activation"), "main form[method=post]");
        Assert.Equal(HttpStatusCode.Forbidden, (await respondent.GetAsync($"{diagnosis.Path}/assign")).Status);
    }

    [Theory, Databases]
    public async Task HandOver_ToStrangersOrForImpossibleDays_IsRefused(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        using var coordinator = await space.AsAsync(diagnosis.Coordinator);

        Assert.Equal(HttpStatusCode.BadRequest, (await HandOverAsync(coordinator, diagnosis.Assessor.Id, 0, 3)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await HandOverAsync(coordinator, diagnosis.Coordinator.Id, 0, 3)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await HandOverAsync(coordinator, diagnosis.Respondent.Id, -1, 3)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await HandOverAsync(coordinator, diagnosis.Respondent.Id, 3, 2)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await HandOverAsync(coordinator, diagnosis.Respondent.Id, 0, Delegation.LongestDays)).Status);
        Assert.Equal(0, await space.ReadAsync(db => db.Delegations.CountAsync()));
    }

    private static async Task<TestPage> HandOverAsync(TestBrowser browser, Guid to, int from, int until) => await browser.SubmitAsync(
        await browser.GetAsync("/delegation"), Form, ("Input.ToId", to.ToString()), ("Input.StartsOn", Written(Day(from))), ("Input.EndsOn", Written(Day(until))));

    // Days of the test's space, which lives in Jakarta's time.
    private static DateOnly Day(int fromToday) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(TimeProvider.System.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"))).AddDays(fromToday);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
