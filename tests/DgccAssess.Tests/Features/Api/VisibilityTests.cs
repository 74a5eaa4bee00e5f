using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Api;

/// <summary>The API shows what the pages show: one's own agency, what one reviews, or everything; never what isn't published.</summary>
public sealed class VisibilityTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Results_Published_AreSeenByWhoMayReadThemOnThePage(DatabaseProvider provider)
    {
        var (published, open) = await PrepareAsync(provider);
        var space = published.Space;
        var stranger = await space.CreatePersonAsync(Roles.Coordinator, await space.AgencyIdAsync(open.Agency));
        var reader = await space.CreatePersonAsync(Roles.Reader);

        foreach (var person in new[] { published.Organizer, published.Respondent, published.Assessor, await space.CreatePersonAsync(Roles.Auditor) })
        {
            using var api = await ApiClient.OfSessionAsync(space, person);
            Assert.Equal([published.Agency], (await api.GetAsync("/results")).Each("agency"));
            Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(Result(published))).Status);
        }

        foreach (var person in new[] { stranger, reader })
        {
            using var api = await ApiClient.OfSessionAsync(space, person);
            Assert.Empty((await api.GetAsync("/results")).Items);
            Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync(Result(published))).Status);
        }
    }

    [Theory, Databases]
    public async Task Results_NotPublished_LeakToNobody(DatabaseProvider provider)
    {
        var diagnosis = await (await apps.On(provider).CreateSpaceAsync()).OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        var levels = diagnosis.AllAt(3);
        await diagnosis.AnswerAsync(levels);
        await diagnosis.SignOffAsync();
        await diagnosis.ReviewAsync(levels);
        await diagnosis.CompleteReviewAsync();
        await diagnosis.ConsolidateAsync(levels);

        foreach (var person in new[] { diagnosis.Organizer, diagnosis.Respondent, diagnosis.Assessor })
        {
            using var api = await ApiClient.OfSessionAsync(diagnosis.Space, person);
            Assert.Empty((await api.GetAsync("/results")).Items);
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync(Result(diagnosis))).Status);
        }
    }

    [Theory, Databases]
    public async Task Rounds_AreThoseOneTakesPartIn(DatabaseProvider provider)
    {
        var (published, open) = await PrepareAsync(provider);
        var space = published.Space;
        var outsider = await space.CreatePersonAsync(Roles.Assessor);

        Assert.Equal(["2022", "2021"], await RoundsOf(published.Organizer));
        Assert.Equal(["2022", "2021"], await RoundsOf(await space.CreatePersonAsync(Roles.Auditor)));
        Assert.Equal(["2021"], await RoundsOf(published.Respondent));
        Assert.Equal(["2022"], await RoundsOf(open.Respondent));
        Assert.Equal(["2022"], await RoundsOf(open.Assessor));
        Assert.Empty(await RoundsOf(outsider));

        using var api = await ApiClient.OfSessionAsync(space, published.Respondent);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/rounds/2022")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/rounds/2022/agencies")).Status);
        Assert.Equal([published.Agency], (await api.GetAsync("/rounds/2021/agencies")).Each("agency"));

        async Task<IReadOnlyList<string>> RoundsOf(Person person)
        {
            using var client = await ApiClient.OfSessionAsync(space, person);
            return (await client.GetAsync("/rounds")).Each("code");
        }
    }

    [Theory, Databases]
    public async Task Agencies_AreOnesOwnAndThoseOneReviews(DatabaseProvider provider)
    {
        var (published, open) = await PrepareAsync(provider);
        var space = published.Space;

        Assert.Equal([open.Agency, published.Agency], await AgenciesOf(published.Organizer));
        Assert.Equal([open.Agency, published.Agency], await AgenciesOf(await space.CreatePersonAsync(Roles.Administrator)));
        Assert.Equal([open.Agency, published.Agency], await AgenciesOf(await space.CreatePersonAsync(Roles.Auditor)));
        Assert.Equal([published.Agency], await AgenciesOf(published.Respondent));
        Assert.Equal([open.Agency], await AgenciesOf(open.Assessor));
        Assert.Empty(await AgenciesOf(await space.CreatePersonAsync(Roles.Reader)));

        using var api = await ApiClient.OfSessionAsync(space, published.Respondent);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/agencies/{open.Agency}")).Status);

        async Task<IReadOnlyList<string>> AgenciesOf(Person person)
        {
            using var client = await ApiClient.OfSessionAsync(space, person);
            return (await client.GetAsync("/agencies")).Each("code");
        }
    }

    [Theory, Databases]
    public async Task AssessmentsAsAQuery_AreThoseTheRulesAllow(DatabaseProvider provider)
    {
        var (published, open) = await PrepareAsync(provider);
        var space = published.Space;
        var assigned = await space.ReadAsync(db => db.AssessorAssignments.ToListAsync());
        var all = await space.ReadAsync(db => db.Assessments.Select(a => new { a.Id, a.AgencyId }).ToListAsync());
        var seen = 0;

        foreach (var person in new[] { published.Respondent, published.Coordinator, open.Assessor, published.Organizer, await space.CreatePersonAsync(Roles.Reader, published.Respondent.AgencyId), await space.CreatePersonAsync(Roles.Auditor) })
        {
            var actor = new Actor(person.Id, person.DisplayName, person.AgencyId, Roles.Defaults[person.Role].ToHashSet());
            foreach (var access in Enum.GetValues<AssessmentAccess>())
            {
                var expected = all.Where(a => AssessmentRules.Allows(actor, a.AgencyId, assigned.Exists(h => h.AssessmentId == a.Id && h.AssessorId == person.Id), access)).Select(a => a.Id).Order().ToList();
                var found = await space.ReadAsync(db => db.VisibleTo(actor, access).Select(a => a.Id).ToListAsync());

                Assert.Equal(expected, found.Order());
                seen += found.Count;
            }
        }

        Assert.True(seen > 10);
    }

    /// <summary>One agency with a published result in 2021, another that still answers in 2022; nobody has to do with both but the organizers.</summary>
    private async Task<(TestDiagnosis Published, TestDiagnosis Open)> PrepareAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        var published = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await published.PublishAllAsync(published.AllAt(3));
        return (published, await space.OpenDiagnosisAsync(AgencyToAssess.Commune, "2022"));
    }

    private static string Result(TestDiagnosis diagnosis) => $"/rounds/{diagnosis.Round}/agencies/{diagnosis.Agency}/result";
}
