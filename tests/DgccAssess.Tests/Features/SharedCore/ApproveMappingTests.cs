using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SharedCore;
using DgccAssess.Core.Security;
using DgccAssess.Scoring.SharedCore;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.SharedCore;

/// <summary>The tenant's word on its mapping: versions that never change, and without one nothing of the core is computed.</summary>
public sealed class ApproveMappingTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Proposal_ApprovedAsItIs_IsVersionOneAndOnceOnly(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);

        var first = await ApproveAsync(space, 0);
        var again = await ApproveAsync(space, 0);

        Assert.True(first.Succeeded && again.Succeeded);
        var stored = await space.ReadAsync(db => db.ApprovedMappings.SingleAsync());
        Assert.Equal((1, "dgcc-2026", stored.Hash), (stored.Number, stored.Instrument, MappingDocument.HashOf(stored.Document!)));
        var content = stored.Content()!;
        Assert.Equal(ShippedCore.Document.Proposals["dgcc-2026"].Mapping.Rows.Select(Text), content.Mapping.Rows.Select(Text));
        Assert.Equal("Same subject and scope; all five levels agree.", content.NotesOf("C2")["en"]);
        Assert.Equal(1, await space.ReadAsync(db => db.AuditEvents.CountAsync(e => e.Type == nameof(CoreMappingApproved))));
    }

    [Theory, Databases]
    public async Task ChangedRow_IsAFurtherVersion_AndAnOldFormIsStale(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);
        await ApproveAsync(space, 0);
        var row = new TypedRow { Question = "C2", Kind = "close", Indicators = "I12, I11", Combine = "min", Note = "Both plans." };

        var changed = await ApproveAsync(space, 1, row);
        var stale = await ApproveAsync(space, 1, row with { Note = "Another." });

        Assert.Equal((2, ResultKind.Stale, 2), (changed.Value!.Number, stale.Kind, stale.Value!.Number));
        var content = changed.Value.Content()!;
        Assert.Equal("C2 Close I12,I11 Min False", Text(content.Mapping.Rows.Single(r => r.Question == "C2")));
        Assert.Equal(new Dictionary<string, string> { ["en"] = "Both plans." }, content.NotesOf("C2"));
        Assert.Equal(ShippedCore.Document.Languages.Order(), content.NotesOf("C3").Keys.Order());
        var audited = await space.ReadAsync(db => db.AuditEvents.Where(e => e.Type == nameof(CoreMappingApproved)).OrderBy(e => e.Id).Select(e => e.Details).LastAsync());
        Assert.Contains("\"changed\":[\"C2\"]", audited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_TakenBack_LeavesNothingInForce()
    {
        var space = await SpaceAsync(DatabaseProvider.Sqlite);
        await ApproveAsync(space, 0);

        await RunAsync(space, new ApproveMappingCommand("dgcc-2026", null, "en", 1));

        Assert.Null(await space.RunAsync(s => s.GetRequiredService<ReadCoreMapping>().InForceAsync("dgcc-2026", default)));
        Assert.True((await ApproveAsync(space, 2)).Value is { Number: 3 });
    }

    [Theory]
    [InlineData("same", "I12", "Rows[1].Kind", CoreMessages.KindUnknown)]
    [InlineData("1", "I12", "Rows[1].Kind", CoreMessages.KindUnknown)]
    [InlineData("none", "I12", "Rows[1].Indicators", CoreMessages.IndicatorsOfNone)]
    [InlineData("exact", " ", "Rows[1].Indicators", CoreMessages.NoIndicators)]
    [InlineData("exact", "I12 I12", "Rows[1].Indicators", CoreMessages.IndicatorTwice)]
    [InlineData("exact", "I99", "Rows[1].Indicators", CoreMessages.IndicatorUnknown)]
    [InlineData("exact", "I20", "Rows[1].Indicators", CoreMessages.IndicatorTaken)]
    public async Task Row_ThatCannotBe_IsNamedAndNothingIsStored(string kind, string indicators, string field, string message)
    {
        var space = await SpaceAsync(DatabaseProvider.Sqlite);

        var result = await ApproveAsync(space, 0, new TypedRow { Question = "C2", Kind = kind, Indicators = indicators, Note = "So." });

        Assert.Equal((ResultKind.Invalid, field, message), (result.Kind, result.Problems[0].Field, result.Problems[0].Message));
        Assert.Equal(0, await space.ReadAsync(db => db.ApprovedMappings.CountAsync()));
    }

    [Fact]
    public async Task ChangedRowWithoutItsReason_AndANoteTooLong_AreRefused()
    {
        var space = await SpaceAsync(DatabaseProvider.Sqlite);
        var row = new TypedRow { Question = "C2", Kind = "close", Indicators = "I12", Note = "" };

        Assert.Equal(("Rows[1].Note", CoreMessages.NoteMissing), ProblemOf(await ApproveAsync(space, 0, row)));
        Assert.Equal(("Rows[1].Note", Messages.TooLong), ProblemOf(await ApproveAsync(space, 0, row with { Note = new string('x', 2001) })));
        Assert.Equal(("Version", Messages.VersionMissing), ProblemOf(await RunAsync(space, new ApproveMappingCommand("dgcc-2026", [], "en", null))));
        Assert.Equal(ResultKind.NotFound, (await RunAsync(space, new ApproveMappingCommand("nowhere", [], "en", 0))).Kind);
    }

    [Fact]
    public async Task Draft_CannotBeApproved()
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        await space.ImportInstrumentAsync("pemdi-2026");

        var result = await RunAsync(space, new ApproveMappingCommand("pemdi-2026", [], "en", 0));

        Assert.Equal((ResultKind.Conflict, CoreMessages.Draft), (result.Kind, result.Problems[0].Message));
    }

    [Theory, Databases]
    public async Task Summary_NeedsAnApprovedMapping_AndCountsWhoIsMissing(DatabaseProvider provider)
    {
        var space = await SpaceAsync(provider);
        await space.PublishRoundAsync("2025", [.. Enumerable.Range(0, 6).Select(i => new AgencyToPublish($"a{i}", i < 4 ? "ministry" : "region", 2))], "dgcc-2026");
        await space.PublishRoundAsync("2026", [.. Enumerable.Range(0, 5).Select(i => new AgencyToPublish($"a{i}", i < 4 ? "ministry" : "region", 3) { Levels = new Dictionary<string, decimal> { ["I17"] = 1 } })], "dgcc-2026");

        Assert.Null(await SummaryAsync(space, "2026"));
        await ApproveAsync(space, 0);
        var (whole, groups) = (await SummaryAsync(space, "2026"))!;

        Assert.Equal(("core-2026", "dgcc-2026", 1, "2026", CoreStage.Final, 5, 0m, false), (whole.Core, whole.Instrument, whole.MappingVersion, whole.Round, whole.Stage, whole.Agencies, whole.ShareVerified, whole.BreaksFromBefore));
        Assert.Equal((5, 3m, new SharedCoreChange(5, 0, 0)), (whole.Find("C2")!.Answered, whole.Find("C2")!.Mean, whole.Find("C2")!.Change));
        Assert.Equal(new SharedCoreChange(0, 0, 5), whole.Find("C11")!.Change);
        Assert.Null(whole.Find("C20")!.Mean); // nobody named a service
        Assert.Equal([("ministry", 4), ("region", 1)], groups.Select(g => (g.Group!, g.Agencies!.Value)));
        Assert.True((await SummaryAsync(space, "2025"))!.Whole.BreaksFromBefore);
        Assert.Null(await SummaryAsync(space, "2024"));
    }

    private async Task<TestSpace> SpaceAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await space.ImportInstrumentAsync("dgcc-2026");
        return space;
    }

    private static Task<CoreSummary?> SummaryAsync(TestSpace space, string round) => space.RunAsync(s => s.GetRequiredService<ReadCoreSummary>().HandleAsync(round));

    private static Task<Result<ApprovedMapping?>> ApproveAsync(TestSpace space, int version, params IReadOnlyList<TypedRow> rows) => RunAsync(space, new ApproveMappingCommand("dgcc-2026", rows, "en", version));

    private static Task<Result<ApprovedMapping?>> RunAsync(TestSpace space, ApproveMappingCommand command) => space.RunAsync(s => s.GetRequiredService<ApproveMapping>().HandleAsync(command));

    private static (string Field, string Message) ProblemOf(Result result) => (result.Problems[0].Field, result.Problems[0].Message);

    private static string Text(CoreRow row) => $"{row.Question} {row.Kind} {string.Join(',', row.Indicators)} {row.Combine} {row.SkipUnnamed}";
}
