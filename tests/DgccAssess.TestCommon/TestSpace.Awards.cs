using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>The awards of a shipped tenant's folder; without a name none hold any more.</summary>
    public Task DeclareAwardsAsync(string? tenant = "indonesia") => RunAsync(async services =>
    {
        var wanted = tenant is null ? [] : AwardsFile.Read(System.IO.Path.Combine(RepositoryRoot.Find(), "tenants", tenant, AwardsFile.Name)).Value!;
        var db = services.GetRequiredService<TenantDbContext>();
        await services.GetRequiredService<DeclareAwards>().StageAsync(AwardChange.Between(await DeclareAwards.HoldingAsync(db, CancellationToken.None), wanted), CancellationToken.None);
        return await db.SaveChangesAsync();
    });
}
