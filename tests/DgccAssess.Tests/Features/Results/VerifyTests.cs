using DgccAssess.Cli;
using DgccAssess.Core.Data;
using DgccAssess.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DgccAssess.Tests.Features.Results;

public sealed class VerifyTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Verify_SnapshotsAsTaken_AllHold(DatabaseProvider provider)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(provider).CreateSpaceAsync());

        Assert.Equal((ExitCodes.Ok, "4 snapshots, 0 differences"), await VerifyAsync(diagnosis.Space, diagnosis.Space.Space.Id));
    }

    [Theory]
    [InlineData("\"exact\":2.9475", "\"exact\":3.9475", "the document does not have its hash", "index is 3.9475 good, computed 2.9475 good")]
    [InlineData("\"schema\":1", "\"schema\":9", "the document does not have its hash", "Snapshot documents of schema 9 are not known.")]
    public async Task Verify_ADocumentTamperedWith_NamesIt(string old, string forged, string hash, string difference)
    {
        var diagnosis = await Diagnosis.PublishAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync());
        await diagnosis.Space.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "Snapshots" SET "Document" = replace("Document", {old}, {forged}) WHERE "Milestone" = 'Published'"""));

        var (exitCode, output) = await VerifyAsync(diagnosis.Space, diagnosis.Space.Space.Id);

        Assert.Equal(ExitCodes.Failed, exitCode);
        Assert.Contains($"rounds/2021/agencies/kemenko-perekonomian Published 1: {hash}", output, StringComparison.Ordinal);
        Assert.Contains($"rounds/2021/agencies/kemenko-perekonomian Published 1: {difference}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnUnknownSpace_IsBadInput() =>
        Assert.Equal(ExitCodes.BadInput, (await VerifyAsync(await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync(), "atlantis")).ExitCode);

    private static async Task<(int ExitCode, string Output)> VerifyAsync(TestSpace space, string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = space.App.Provider.ToString(),
            ["Database:ConnectionString"] = space.App.Databases.ConnectionString,
        }).Build();
        using var output = new StringWriter();
        var exitCode = await DgccCommandLine.RunAsync(["verify", name], output, TextWriter.Null, configuration: settings);
        return (exitCode, output.ToString().Trim());
    }
}
