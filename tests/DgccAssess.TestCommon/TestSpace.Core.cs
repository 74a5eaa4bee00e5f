using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Features.Sharing;
using DgccAssess.Core.Features.Sharing.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.TestCommon;

public sealed partial class TestSpace
{
    /// <summary>The mapping as it is proposed.</summary>
    public async Task ApproveCoreAsync(string instrument)
    {
        var approved = await RunAsync(services => services.GetRequiredService<ApproveMapping>().HandleAsync(new(instrument, [], "en", 0)));
        if (!approved.Succeeded) throw new InvalidOperationException($"Not approved: {approved.Kind}");
    }

    /// <summary>A published round, shared with the hub.</summary>
    /// <param name="round">Its code.</param>
    /// <param name="atLevels">How many agencies are at level 1, 2, 3, 4, 5 everywhere.</param>
    /// <param name="instrument">Its code.</param>
    /// <param name="level">How much of it.</param>
    public async Task ShareRoundAsync(string round, IReadOnlyList<int> atLevels, string instrument = "dgcc-2026", SharingLevel level = SharingLevel.National)
    {
        await PublishRoundAsync(round, [.. atLevels.SelectMany((count, i) => Enumerable.Range(0, count).Select(n => new AgencyToPublish($"level-{i + 1}-{n}", "ministry", i + 1)))], instrument);
        await PublishNationalAsync(round);
        await AgreeAsync(round, level);
        await RunAsync(services => services.GetRequiredService<SettleRounds>().HandleAsync(default));
        await RunDueJobsAsync();
    }
}
