using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards;
using DgccAssess.Core.Features.Awards.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>The awards of a shipped tenant's folder; without a name none hold any more.</summary>
    public Task DeclareAwardsAsync(string? tenant = "indonesia") => DeclareAwardsAsync(tenant is null ? [] : [tenant]);

    /// <summary>The awards of these folders; others hold no more.</summary>
    public Task DeclareAwardsAsync(IReadOnlyList<string> folders) => RunAsync(async services =>
    {
        var wanted = folders.SelectMany(folder => AwardsFile.Read(System.IO.Path.Combine(RepositoryRoot.Find(), "tenants", folder, AwardsFile.Name)).Value!).ToList();
        var db = services.GetRequiredService<TenantDbContext>();
        await services.GetRequiredService<DeclareAwards>().StageAsync(AwardChange.Between(await DeclareAwards.HoldingAsync(db, CancellationToken.None), wanted), CancellationToken.None);
        return await db.SaveChangesAsync();
    });
}
