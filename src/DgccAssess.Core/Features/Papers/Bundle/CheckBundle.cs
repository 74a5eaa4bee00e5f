using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring;
using DgccAssess.Scoring.Indices;

namespace DgccAssess.Core.Features.Papers.Bundle;

/// <param name="Holds">What was found to hold, in English, in the order it was looked at.</param>
/// <param name="Difference">Path of the first thing that does not hold; null when everything does.</param>
/// <param name="Problem">What is wrong there.</param>
public sealed record BundleCheck(IReadOnlyList<string> Holds, string? Difference, string? Problem);

/// <summary>Checks a bundle with nothing but its text: every digest, the signature, the instrument's hash, and each figure computed again from the ratings.</summary>
public static class CheckBundle
{
    private const int HexBytes = 64;

    /// <param name="file">The bundle, JSON in UTF-8.</param>
    /// <param name="trusted">Public keys (SubjectPublicKeyInfo) it must be signed with one of; none: the bundle's own key is taken, and said to be.</param>
    public static BundleCheck Check(ReadOnlyMemory<byte> file, IReadOnlyList<byte[]> trusted)
    {
        var holds = new List<string>();
        try
        {
            using var json = JsonDocument.Parse(file, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var step in Steps(json.RootElement, trusted, holds))
            {
                if (step is { } difference) return new BundleCheck(holds, difference.Path, difference.Problem);
            }

            return new BundleCheck(holds, null, null);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or CryptographicException)
        {
            return new BundleCheck(holds, (e as JsonException)?.Path ?? "$", "this is not a result bundle");
        }
    }

    private static IEnumerable<(string Path, string Problem)?> Steps(JsonElement root, IReadOnlyList<byte[]> trusted, List<string> holds)
    {
        var document = BundleText.Read(root);
        if (document.Schema != BundleDocument.CurrentSchema) yield return ("schema", $"only {BundleDocument.CurrentSchema} is known");
        yield return DigestDifference(root, document);
        holds.Add($"digests: {BundleText.DigestsOf(root).Count} parts are what was signed");

        var signature = BundleText.ReadSignature(root.GetProperty(BundleText.Signature));
        yield return SignatureDifference(signature, BundleText.DigestsOf(root), trusted);
        holds.Add(trusted.Count > 0 ? $"signature: by the key {signature.KeyId}, which you gave" : $"signature: by the bundle's own key {signature.KeyId}; compare it with the one the government publishes");

        if (BundleText.HashOf(document.Instrument.Document) != document.Instrument.Hash) yield return ("instrument.hash", "the instrument's document has another hash");
        var instrument = InstrumentDocument.FromCanonicalJson(Encoding.UTF8.GetBytes(BundleText.Canonical(document.Instrument.Document)));
        if (instrument.Instrument.Code != document.Instrument.Code) yield return ("instrument.code", $"the document is of {instrument.Instrument.Code}");
        holds.Add($"instrument: {document.Instrument.Code}, {document.Instrument.Hash}");

        yield return ResultDifference(document, instrument);
        var total = document.Results.Total;
        holds.Add($"results: {document.Results.Nodes.Count} figures computed again from {document.Inputs.Count} indicators by engine {ScoringEngine.Version}" + (document.Engine == ScoringEngine.Version ? "" : $", published by {document.Engine}"));
        holds.Add(FormattableString.Invariant($"{document.Agency.Code}, round {document.Round}: index {total?.Index}, {total?.Predicate}"));
    }

    private static (string, string)? DigestDifference(JsonElement root, BundleDocument document)
    {
        const string problem = "not what was signed";
        var stated = root.GetProperty(BundleText.Digests).EnumerateObject().ToDictionary(m => m.Name, m => m.Value.GetString(), StringComparer.Ordinal);
        var found = BundleText.DigestsOf(root);
        foreach (var (path, digest) in found)
        {
            if (stated.GetValueOrDefault(path) == digest) continue;
            // The figures can be told one by one.
            return path == "results" && ResultDifference(document, InstrumentOf(document)) is { } exact ? exact : (path, problem);
        }

        return stated.Keys.FirstOrDefault(path => !found.ContainsKey(path)) is { } missing ? (missing, "it was signed and is missing") : null;
    }

    private static (string, string)? SignatureDifference(BundleSignature signature, SortedDictionary<string, string> digests, IReadOnlyList<byte[]> trusted)
    {
        if (signature.Algorithm != BundleSignature.Es256) return ("signature.algorithm", $"only {BundleSignature.Es256} is known");
        if (!IsLowerHex(signature.PublicKey) || Convert.ToHexStringLower(SHA256.HashData(Convert.FromHexString(signature.PublicKey))) != signature.KeyId) return ("signature.keyId", "it is not the name of signature.publicKey");
        if (trusted.Count > 0 && !trusted.Any(key => Convert.ToHexStringLower(key) == signature.PublicKey)) return ("signature.publicKey", "it is none of the keys you gave");
        if (!IsLowerHex(signature.Value) || signature.Value.Length != 2 * HexBytes) return ("signature.value", "it is not 64 bytes in hexadecimal");

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromHexString(signature.PublicKey), out _);
        return key.VerifyData(BundleText.SignedBytes(digests), Convert.FromHexString(signature.Value), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? null
            : ("signature.value", "it does not fit the key and the digests");
    }

    private static (string, string)? ResultDifference(BundleDocument document, InstrumentDocument instrument)
    {
        SnapshotInput[] inputs = [.. document.Inputs.Select(i => new SnapshotInput(i.Indicator, null, [.. i.Ratings.Select(r => new SnapshotRating { Stage = r.Stage, Assessor = r.Assessor, Value = r.Value, Criteria = r.Criteria, Explanation = "" })]))];
        var (stated, computed) = (document.Results, SnapshotResults.Compute(ScoringPlan.Compile(instrument.Instrument), document.Milestone, inputs));
        if (stated.Basis != computed.Basis) return ("results.basis", $"it must be {computed.Basis}");
        if (stated.Total != computed.Total) return ("results.total", $"it is {Of(stated.Total)}, computed {Of(computed.Total)}");
        if (stated.SelfTotal != computed.SelfTotal) return ("results.selfTotal", $"it is {Of(stated.SelfTotal)}, computed {Of(computed.SelfTotal)}");
        for (var i = 0; i < Math.Max(stated.Nodes.Count, computed.Nodes.Count); i++)
        {
            var (was, now) = (stated.Nodes.ElementAtOrDefault(i), computed.Nodes.ElementAtOrDefault(i));
            if (was != now) return ($"results.nodes[{i}]", $"it is {was?.Code} {Of(was?.External ?? was?.Self)}, computed {now?.Code} {Of(now?.External ?? now?.Self)}");
        }

        return null;
    }

    private static InstrumentDocument InstrumentOf(BundleDocument document) => InstrumentDocument.FromCanonicalJson(Encoding.UTF8.GetBytes(BundleText.Canonical(document.Instrument.Document)));

    private static string Of(SnapshotFigure? figure) => figure is null ? "nothing" : FormattableString.Invariant($"{figure.Index} ({figure.Exact}) {figure.Predicate}").TrimEnd();

    private static bool IsLowerHex(string text) => text.Length % 2 == 0 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
