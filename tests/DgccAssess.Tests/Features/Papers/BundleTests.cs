using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DgccAssess.Cli;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Papers.Bundle;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Features.Results;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Tests.Features.Papers;

public sealed class BundleTests(TestApps apps)
{
    [Theory, Databases]
    public async Task Bundle_OfAPublishedResult_IsComputedAgainFromItsFileAlone(DatabaseProvider provider)
    {
        var (space, bundle, key) = await SignAsync(provider);
        var (file, keyFile) = (Save(bundle, ".json"), Save(key, ".pem"));

        var (exitCode, output) = await VerifyAsync(file, "--key", keyFile);
        var (alone, outputAlone) = await VerifyAsync(file);

        Assert.Equal((ExitCodes.Ok, ExitCodes.Ok), (exitCode, alone));
        Assert.Contains("which you gave", output, StringComparison.Ordinal);
        Assert.Contains("holds: kemenko-perekonomian, round 2021: index 2.95, good", output, StringComparison.Ordinal);
        Assert.Contains("compare it with the one the government publishes", outputAlone, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret Assessor", Encoding.UTF8.GetString(bundle), StringComparison.Ordinal);
        Assert.DoesNotContain("Reason of", Encoding.UTF8.GetString(bundle), StringComparison.Ordinal);
        Assert.Equal(1, await space.ReadAsync(db => db.ResultSignatures.CountAsync()));
    }

    [Fact]
    public async Task Bundle_AskedForByAnybody_IsTheSameFile()
    {
        var (space, bundle, _) = await SignAsync(DatabaseProvider.Sqlite);
        var number = await space.ReadAsync(db => db.IssuedPapers.Select(p => p.Number).SingleAsync());
        using var anybody = space.Anonymous();

        Assert.Equal(bundle, await VerifyPageTests.FileAsync(anybody, $"/verify/{number}/bundle.json"));
    }

    /// <summary>Every kind of leaf, where it comes first, last, and at two places between: the forty-seven ratings of a stage are checked by the same lines.</summary>
    [Fact]
    public async Task Bundle_WithALeafOfAnyKindChanged_FailsAndNamesAPath()
    {
        var (_, bundle, _) = await SignAsync(DatabaseProvider.Sqlite);
        Assert.Null(CheckBundle.Check(bundle, []).Difference);

        var leaves = Leaves(JsonNode.Parse(bundle)!, "").ToList();
        Assert.True(leaves.Count > 2000, $"{leaves.Count} leaves");
        var some = leaves.GroupBy(KindOf).SelectMany(same => new[] { 0, same.Count() / 3, same.Count() * 2 / 3, same.Count() - 1 }.Distinct().Select(same.ElementAt)).ToList();
        Assert.True(some.Count > 200, $"{some.Count} of {leaves.Count} leaves");
        Assert.Empty(Missed(bundle, some));
    }

    [Theory]
    [InlineData("/inputs/2/ratings/1/value", "inputs[2]")]
    [InlineData("/results/total/index", "results.total")]
    [InlineData("/results/nodes/4/external/index", "results.nodes[4]")]
    [InlineData("/agency/code", "agency")]
    [InlineData("/instrument/document/nodes/0/weight", "instrument")]
    [InlineData("/signature/value", "signature.value")]
    [InlineData("/signature/publicKey", "signature.keyId")]
    public async Task Bundle_Changed_NamesWhere(string leaf, string path)
    {
        var (_, bundle, _) = await SignAsync(DatabaseProvider.Sqlite);
        var forged = JsonNode.Parse(bundle)!;
        Flip(forged, leaf);

        var (exitCode, output) = await VerifyAsync(Save(Encoding.UTF8.GetBytes(forged.ToJsonString()), ".json"));

        Assert.Equal(ExitCodes.Failed, exitCode);
        Assert.Contains($"differs: {path}:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_OfAnotherKeyOrNoBundle_Fails()
    {
        var (_, bundle, _) = await SignAsync(DatabaseProvider.Sqlite);
        var (_, _, otherKey) = await SignAsync(DatabaseProvider.Sqlite);

        var (exitCode, output) = await VerifyAsync(Save(bundle, ".json"), "--key", Save(otherKey, ".pem"));

        Assert.Equal(ExitCodes.Failed, exitCode);
        Assert.Contains("differs: signature.publicKey: it is none of the keys you gave", output, StringComparison.Ordinal);
        foreach (var junk in new[] { "", "{}", "[]", "null", "{\"schema\":1}", "{\"schema\":\"a\",\"schema\":\"b\"}" })
            Assert.Equal(ExitCodes.Failed, (await VerifyAsync(Save(Encoding.UTF8.GetBytes(junk), ".json"))).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await VerifyAsync("/nowhere/bundle.json")).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await VerifyAsync(Save(bundle, ".json"), "--key", Save("no key"u8.ToArray(), ".pem"))).ExitCode);
    }

    private async Task<(TestSpace Space, byte[] Bundle, byte[] Key)> SignAsync(DatabaseProvider provider)
    {
        var space = await apps.On(provider).CreateSpaceAsync();
        await Diagnosis.PublishAsync(space);
        await space.PublishNationalAsync(Diagnosis.Round);
        using var organizer = await space.AsAsync(await space.CreatePersonAsync(Roles.Organizer));
        var bundle = await VerifyPageTests.FileAsync(organizer, $"/rounds/{Diagnosis.Round}/agencies/{Diagnosis.Agency}/result/bundle.json");
        return (space, bundle, await VerifyPageTests.FileAsync(organizer, "/verify/key"));
    }

    private static async Task<(int ExitCode, string Output)> VerifyAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        return (await DgccCommandLine.RunAsync(["verify", .. arguments], output, TextWriter.Null), output.ToString());
    }

    private static string Save(byte[] content, string extension)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("dgcc-bundle").FullName, "bundle" + extension);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A path without its places in lists.</summary>
    private static string KindOf(string leaf) => string.Join('/', leaf.Split('/').Select(step => step.All(char.IsAsciiDigit) ? "*" : step));

    private static List<string> Missed(byte[] bundle, IReadOnlyList<string> leaves)
    {
        var (forged, missed) = (JsonNode.Parse(bundle)!, new List<string>());
        foreach (var leaf in leaves)
        {
            var old = Flip(forged, leaf);
            if (CheckBundle.Check(JsonSerializer.SerializeToUtf8Bytes(forged), []).Difference is null) missed.Add(leaf);
            Set(forged, leaf, _ => old);
        }

        return missed;
    }

    private static IEnumerable<string> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject group => group.SelectMany(m => Leaves(m.Value, $"{path}/{m.Key}")),
        JsonArray list => list.SelectMany((item, i) => Leaves(item, $"{path}/{i}")),
        _ => [path],
    };

    // A digit more, a letter less, the opposite, something where there was nothing.
    private static JsonNode? Flip(JsonNode root, string path) => Set(root, path, old => old?.GetValueKind() switch
    {
        null => 1,
        JsonValueKind.True => false,
        JsonValueKind.False => true,
        JsonValueKind.Number => old.GetValue<decimal>() + 1,
        _ => Other(old.GetValue<string>()),
    });

    private static JsonNode? Set(JsonNode root, string path, Func<JsonNode?, JsonNode?> change)
    {
        var steps = path.Split('/')[1..];
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[Number(step)]! : node[step]!);
        if (parent is JsonArray array)
        {
            var item = array[Number(steps[^1])];
            array[Number(steps[^1])] = change(item);
            return item;
        }

        var old = parent[steps[^1]];
        parent[steps[^1]] = change(old);
        return old;
    }

    private static int Number(string step) => int.Parse(step, System.Globalization.CultureInfo.InvariantCulture);

    private static string Other(string text) => text.Length == 0 ? "x" : (text[0] == '1' ? '2' : '1') + text[1..];
}
