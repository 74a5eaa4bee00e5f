using DgccAssess.Core.Features.Demonstration;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Security;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>
    /// A small synthetic nation: Indonesia's groups and regions, rounds demo-2021 and following on spbe-2020 (<c>dgcc demo national</c> makes the large one). In the last
    /// round every agency takes part and is published; from the second round on some are missing or unfinished, and some did not consent to publication.
    /// </summary>
    /// <returns>The same space, which now has the groups and regions.</returns>
    public async Task<TestSpace> CreateNationAsync(int agencies = 40, int rounds = 3, int seed = 7)
    {
        var folder = System.IO.Path.Combine(RepositoryRoot.Find(), "tenants", "indonesia");
        var settings = TenantFile.Read(folder).Value!.Space.Settings;
        var space = await WithSettingsAsync(Space.Settings with { AgencyGroups = settings.AgencyGroups, Regions = settings.Regions });
        await space.ImportInstrumentAsync();
        NationAssessor[] assessors = [.. await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => AssessorAsync(space)))];
        var file = (await NationFile.ReadAsync(System.IO.Path.Combine(folder, NationFile.Name), CancellationToken.None)).Of(agencies) with { Rounds = rounds };
        await space.RunAsync(async services =>
        {
            await foreach (var round in services.GetRequiredService<CreateNation>().HandleAsync(new(file, seed, assessors, "%PDF-1.4 synthetic"u8.ToArray()))) _ = round;
        });
        return space;
    }

    private static async Task<NationAssessor> AssessorAsync(TestSpace space)
    {
        var person = await space.CreatePersonAsync(Roles.Assessor);
        return new(person.Id, person.DisplayName);
    }
}
