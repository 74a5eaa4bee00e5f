using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.SelfAssessment;

/// <summary>An agency in an open round, with a coordinator and two respondents.</summary>
internal sealed class Agency(TestSpace space, Guid agencyId, Person coordinator, Person siti, Person budi)
{
    public const string Code = "kemenko-perekonomian";
    public const string Round = "2021";
    public const string Root = $"/rounds/{Round}/agencies/{Code}";
    public const string Form = "#answer-form";

    public TestSpace Space { get; } = space;
    public Guid Id { get; } = agencyId;
    public Person Coordinator { get; } = coordinator;
    public Person Siti { get; } = siti;
    public Person Budi { get; } = budi;

    public static async Task<Agency> CreateAsync(TestApps apps, DatabaseProvider provider, string instrument = "spbe-2020")
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.OpenRoundAsync(Round, instrument, Code, "bappenas");
        var id = await space.AgencyIdAsync(Code);
        return new Agency(
            space, id,
            await space.CreatePersonAsync(Roles.Coordinator, id, "Ratna Dewi"),
            await space.CreatePersonAsync(Roles.Respondent, id, "Siti Rahma"),
            await space.CreatePersonAsync(Roles.Respondent, id, "Budi Santoso"));
    }

    public static string PathOf(string indicator) => $"{Root}/{indicator}";

    public static Actor ActorOf(Person person) =>
        new(person.Id, person.DisplayName, person.AgencyId, Roles.Defaults[person.Role].ToHashSet(StringComparer.Ordinal));

    public Task<Answer> AnswerAsync(string indicator) => Space.ReadAsync(db =>
        (from answer in db.Answers.AsNoTracking()
         join assessment in db.Assessments on answer.AssessmentId equals assessment.Id
         where assessment.AgencyId == Id && answer.Indicator == indicator
         select answer).SingleAsync());

    public Task<Assessment> AssessmentAsync() => Space.ReadAsync(db => db.Assessments.AsNoTracking().SingleAsync(a => a.AgencyId == Id));

    public Task<List<string>> AuditAsync(string type) => Space.ReadAsync(db =>
        db.AuditEvents.Where(e => e.Type == type).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Subject + " " + e.ActorName + " " + e.Details).ToListAsync());

    /// <summary>Saves one answer as that person would, through the use case.</summary>
    public Task<Result<StoredAnswer>> SaveAsync(Person person, string indicator, AnswerContent content, int? version, bool ready = false) => Space.RunAsync(
        async services => await services.GetRequiredService<SaveAnswer>()
            .HandleAsync(new(await FindAsync(services), indicator, version, content, ready)),
        ActorOf(person));

    /// <summary>Every indicator answered at the lowest level and marked as ready.</summary>
    public Task AnswerAllAsync() => Space.RunAsync(
        async services =>
        {
            var (assessment, save) = (await FindAsync(services), services.GetRequiredService<SaveAnswer>());
            foreach (var answer in (await services.GetRequiredService<ListAnswers>().HandleAsync(assessment)).Answers)
            {
                var content = new AnswerContent([], 1, [], $"Analysis of {answer.Indicator}", answer.Node.Indicator!.NamedByAgency ? "Licence portal" : null);
                Assert.True((await save.HandleAsync(new(assessment, answer.Indicator, answer.Version, content, Ready: true))).Succeeded);
            }
        },
        ActorOf(Coordinator));

    public Task MoveAsync(Func<Assessment, Result> transition) => Space.RunAsync(async services =>
    {
        var db = services.GetRequiredService<TenantDbContext>();
        Assert.True(transition(await db.Assessments.SingleAsync(a => a.AgencyId == Id)).Succeeded);
        services.GetRequiredService<Core.Audit.AuditTrail>().Record(new TestMoved(Root));
        await db.SaveChangesAsync();
    });

    private static async Task<AssessmentRef> FindAsync(IServiceProvider services) =>
        (await services.GetRequiredService<FindAssessment>().HandleAsync(Round, Code, AssessmentAccess.Answer, CancellationToken.None)).Value!;

    private sealed record TestMoved(string Subject) : Core.Audit.AuditFact(Subject);
}

internal static class AnswerPosts
{
    /// <summary>The indicator page as the browser shows it.</summary>
    public static Task<TestPage> OpenAsync(this TestBrowser browser, string indicator) => browser.GetAsync(Agency.PathOf(indicator));

    /// <summary>Presses "Save" without scripts.</summary>
    public static Task<TestPage> SaveAsync(this TestBrowser browser, TestPage page, params (string Name, string? Value)[] values) =>
        browser.SubmitAsync(page, Agency.Form, [("then", "stay"), .. values]);

    /// <summary>What the script sends while somebody types.</summary>
    public static Task<TestPage> AutosaveAsync(this TestBrowser browser, TestPage page, params (string Name, string? Value)[] values)
    {
        var request = browser.FormRequest(page, Agency.Form, values);
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("X-Autosave", "true");
        return browser.SendOnceAsync(request);
    }

    public static string Summary(this TestPage page) => page.Document.QuerySelector("#error-summary")?.TextContent.Trim() ?? "";

    public static string TextOf(this TestPage page, string selector) =>
        string.Join(' ', (page.Document.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
