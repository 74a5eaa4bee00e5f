using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Features.Sharing.Practices;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    public const string SomePractice = "One office answers every request for data, and says within a week who may use what.";

    public Task<Result> ProposePracticeAsync(string round, string agency, string question, string text = SomePractice, Guid? id = null, params TypedPractice[] further) =>
        RunAsync(services => services.GetRequiredService<ProposePractice>().HandleAsync(new(id ?? Guid.CreateVersion7(), round, agency, question, [new("en", text), .. further])));

    public async Task<Result> RewordPracticeAsync(string round, string agency, string question, string text, int? version = null) =>
        await RunAsync(async services => await services.GetRequiredService<RewordPractice>().HandleAsync(new(round, agency, question, [new("en", text)], version ?? await PracticeVersionAsync(round, agency, question))));

    /// <summary>By the agency's coordinator.</summary>
    public Task<Result> AgreeToPracticeAsync(string round, string agency, string question, int? version = null, bool confirmed = true, string? by = null) => ForAgencyAsync(by ?? agency, async services =>
        await services.GetRequiredService<AgreeToPractice>().HandleAsync(new(await AssessmentOfAsync(services, round, agency), question, confirmed, version ?? await PracticeVersionAsync(round, agency, question))));

    public Task<Result> DeclinePracticeAsync(string round, string agency, string question, string? note = null) => ForAgencyAsync(agency, async services =>
        await services.GetRequiredService<DeclinePractice>().HandleAsync(new(await AssessmentOfAsync(services, round, agency), question, note, await PracticeVersionAsync(round, agency, question))));

    public Task<Result> WithdrawPracticeAsync(string round, string agency, string question, int? version = null, string? by = null) => ForAgencyAsync(by ?? agency, async services =>
        await services.GetRequiredService<WithdrawPractice>().HandleAsync(new(round, agency, question, "A person is named in it.", version ?? await PracticeVersionAsync(round, agency, question))));

    /// <summary>Proposed and agreed to.</summary>
    public async Task SharePracticeAsync(string round, string agency, string question, string text = SomePractice, params TypedPractice[] further)
    {
        Expect(await ProposePracticeAsync(round, agency, question, text, id: null, further));
        Expect(await AgreeToPracticeAsync(round, agency, question));
    }

    private Task<int> PracticeVersionAsync(string round, string agency, string question) => RunAsync(async services =>
        (await services.GetRequiredService<FindPractice>().HandleAsync(round, agency, question, default))!.Practice.Version);

    private async Task<Result> ForAgencyAsync(string agency, Func<IServiceProvider, Task<Result>> work) =>
        await RunAsync(work, new Actor(Guid.CreateVersion7(), "Ratna Dewi", await AgencyIdAsync(agency), Roles.Defaults[Roles.Coordinator].ToHashSet(StringComparer.Ordinal)));

    /// <summary>Whoever asks: what may be done with it is for the use case to say.</summary>
    private static async Task<AssessmentRef> AssessmentOfAsync(IServiceProvider services, string round, string agency)
    {
        var db = services.GetRequiredService<TenantDbContext>();
        return await (from assessment in db.Assessments
                      join r in db.Rounds on assessment.RoundId equals r.Id
                      join a in db.Agencies on assessment.AgencyId equals a.Id
                      where r.Code == round && a.Code == agency
                      select new AssessmentRef
                      {
                          Id = assessment.Id, Round = r.Code, AgencyId = a.Id, Agency = a.Code, AgencyNames = a.Names, Synthetic = a.Synthetic, Status = assessment.Status, Version = assessment.Version,
                          InstrumentVersionId = r.InstrumentVersionId, AnswersDueAt = r.AnswersDueAt,
                      }).SingleAsync();
    }
}
