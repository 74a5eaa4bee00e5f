using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Core.Tenancy;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Golden;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Benchmarks.Press;

/// <summary>The published result G01 in a SQLite database: what a report is made from, read anew for each as the page does.</summary>
internal sealed class PublishedScene : IAsyncDisposable
{
    private readonly TestApp app = new(DatabaseProvider.Sqlite);
    private TestSpace space = null!;
    private Guid assessment;

    public static async Task<PublishedScene> OpenAsync()
    {
        var scene = new PublishedScene();
        scene.space = await scene.app.CreateSpaceAsync();
        await (await scene.space.OpenDiagnosisAsync(AgencyToAssess.Kemenko)).PublishAllAsync(PublishedCase.Get("G01").Levels);
        scene.assessment = await scene.space.ReadAsync(db => db.Assessments.Select(a => a.Id).SingleAsync());
        return scene;
    }

    public Task<PressRequest> LoadAsync(string language, ReportVariant variant) => space.RunAsync(async services =>
    {
        var stored = await services.GetRequiredService<ReadResult>().HandleAsync(assessment, Milestone.Published, CancellationToken.None);
        return new ReportRequest(ReportBuilder.Build(stored!, services.GetRequiredService<SpaceInfo>(), language), variant).ToPressRequest();
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
