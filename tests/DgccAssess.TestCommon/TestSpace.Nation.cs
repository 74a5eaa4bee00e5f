using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Accounts;
using DgccAssess.Core.Features.Demonstration;
using DgccAssess.Core.Features.Tenants.Files;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;
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
        var nation = await WithSettingsAsync(Space.Settings with { AgencyGroups = settings.AgencyGroups, Regions = settings.Regions });
        await nation.ImportInstrumentAsync();
        NationAssessor[] assessors = [await nation.NationAssessorAsync(1), await nation.NationAssessorAsync(2)];
        var file = (await NationFile.ReadAsync(System.IO.Path.Combine(folder, NationFile.Name), CancellationToken.None)).Of(agencies) with { Rounds = rounds };
        await nation.RunAsync(async services =>
        {
            await foreach (var round in services.GetRequiredService<CreateNation>().HandleAsync(new(file, seed, assessors, "%PDF-1.4 synthetic"u8.ToArray()))) _ = round;
        });
        return nation;
    }

    /// <summary>By an address of their own: the returned space counts its people anew.</summary>
    private Task<NationAssessor> NationAssessorAsync(int number) => RunAsync(async services =>
    {
        var email = $"nation.assessor{number}@{Space.Id}.example";
        var known = await services.GetRequiredService<TenantDbContext>().Users.Where(u => u.Email == email).Select(u => new NationAssessor(u.Id, u.DisplayName)).FirstOrDefaultAsync();
        if (known is not null) return known;
        var created = (await services.GetRequiredService<CreateAccount>().HandleAsync(new(email, $"Assessor {number} of the nation", Password, Roles.Assessor, AgencyId: null))).Value!;
        return new NationAssessor(created.Id, created.DisplayName);
    });
}
