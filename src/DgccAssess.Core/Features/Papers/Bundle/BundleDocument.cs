using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;

namespace DgccAssess.Core.Features.Papers.Bundle;

/// <summary>A published result with all that is needed to compute it again: ratings without names and words of people, the instrument, the results as published.</summary>
public sealed record BundleDocument
{
    public const string CurrentSchema = "dgcc-result-bundle/1";

    public required string Schema { get; init; }
    public required string Space { get; init; }
    public required string Round { get; init; }
    public required CycleType CycleType { get; init; }
    public required Milestone Milestone { get; init; }

    /// <summary>1, 2, ...; a correction is a further one.</summary>
    public required int Number { get; init; }

    public required DateTime PublishedAt { get; init; }
    public required SnapshotAgency Agency { get; init; }

    /// <summary>SHA-256 of the snapshot this was taken from, which the organizer keeps.</summary>
    public required string Snapshot { get; init; }

    /// <summary>Version of the scoring engine that computed <see cref="Results"/>.</summary>
    public required string Engine { get; init; }

    public required BundleInstrument Instrument { get; init; }
    public required IReadOnlyList<BundleInput> Inputs { get; init; }
    public required SnapshotResults Results { get; init; }
    public required BundleRegister Register { get; init; }

    /// <summary>Where the audit chain stood when this was signed; null while nothing was sealed.</summary>
    public required BundleChain? Chain { get; init; }
}

/// <param name="Code">Of the instrument.</param>
/// <param name="Hash">SHA-256 of <paramref name="Document"/> in canonical form.</param>
/// <param name="Document">Structure and words.</param>
public sealed record BundleInstrument(string Code, string Hash, JsonElement Document);

/// <param name="Indicator">Its code.</param>
/// <param name="Ratings">By stage, then assessor.</param>
public sealed record BundleInput(string Indicator, IReadOnlyList<BundleRating> Ratings);

/// <param name="Stage">When it was given.</param>
/// <param name="Assessor">1, 2, ... in place of a name; null where an office speaks.</param>
/// <param name="Value">The level; null: not applicable, or not rated.</param>
/// <param name="Criteria">Codes of the criteria found met.</param>
public sealed record BundleRating(Stage Stage, int? Assessor, decimal? Value, IReadOnlyList<string> Criteria);

/// <param name="Number">In the register of papers.</param>
/// <param name="Address">Page that shows the same figures.</param>
public sealed record BundleRegister(string Number, string? Address);

/// <param name="Block">Number of the last block.</param>
/// <param name="Hash">Its hash.</param>
public sealed record BundleChain(int Block, string Hash);

/// <param name="Algorithm">ES256: ECDSA on P-256 with SHA-256.</param>
/// <param name="KeyId">SHA-256 of the public key.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo, lower-case hex.</param>
/// <param name="Value">r and s, lower-case hex.</param>
public sealed record BundleSignature(string Algorithm, string KeyId, string PublicKey, string Value)
{
    public const string Es256 = "ES256";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(CamelCaseConverter<Milestone>), typeof(CamelCaseConverter<Stage>), typeof(CamelCaseConverter<CycleType>)])]
[JsonSerializable(typeof(BundleDocument))]
[JsonSerializable(typeof(BundleSignature))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class BundleJson : JsonSerializerContext;
