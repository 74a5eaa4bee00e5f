using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Core.Security;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>An objection to the agency's published result, by the use case.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> ObjectAsync(string round, string agency, string reason = "The regulation of 2021 was overlooked.", params AskedValue[] points)
    {
        var (id, agencyId) = (Guid.CreateVersion7(), await AgencyIdAsync(agency));
        await RunAsync(
            async services => Expect(await services.GetRequiredService<FileObjection>().HandleAsync(new(await AssessmentIdAsync(services, round, agency, AssessmentAccess.Coordinate), reason, points, id))),
            new Actor(Guid.CreateVersion7(), "Ratna Dewi", agencyId, Roles.Defaults[Roles.Coordinator].ToHashSet(StringComparer.Ordinal)));
        return id;
    }

    /// <summary>The organizer's answer to it.</summary>
    public Task AnswerObjectionAsync(string round, string agency, Guid objection, bool isUpheld, string answer = "We read it again.") => RunAsync(
        async services => Expect(await services.GetRequiredService<AnswerObjection>().HandleAsync(new(await AssessmentIdAsync(services, round, agency, AssessmentAccess.Organize), objection, isUpheld, answer, 1))),
        new Actor(Guid.CreateVersion7(), "Lestari Putri", null, Roles.Defaults[Roles.Organizer].ToHashSet(StringComparer.Ordinal)));

    private static async Task<Guid> AssessmentIdAsync(IServiceProvider services, string round, string agency, AssessmentAccess access) =>
        (await services.GetRequiredService<FindAssessment>().HandleAsync(round, agency, access, CancellationToken.None)).Value!.Id;

    private static void Expect(Result result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"{result.Kind}: {string.Join("; ", result.Problems)}");
    }
}
