using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Features.Tenants.Files;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>The space's own texts, and its picture where there is one; its settings must name them.</summary>
    public Task WriteTextsAsync(IReadOnlyDictionary<string, LocalizedText> texts, LogoContent? logo = null) => RunAsync(async services =>
    {
        await services.GetRequiredService<ApplyWords>().StageAsync(new SpaceDefinition { Id = Space.Id, Settings = Space.Settings, Texts = texts, Logo = logo }, CancellationToken.None);
        await services.GetRequiredService<SpaceDbContext>().SaveChangesAsync();
    });
}
