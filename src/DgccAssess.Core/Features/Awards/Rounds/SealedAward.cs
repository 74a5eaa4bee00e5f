using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results;
using DgccAssess.Scoring.Awards;

namespace DgccAssess.Core.Features.Awards.Rounds;

/// <summary>Everything a winners' page, a certificate or a slide needs of a sealed list, so that nothing is ranked or looked up later. Stored as JSON and hashed.</summary>
public sealed record SealedAward
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary>1 as first sealed; higher ones carry a reason.</summary>
    public required int Number { get; init; }

    public string? Reason { get; init; }
    public required DateTime SealedAt { get; init; }
    public required string SealedByName { get; init; }

    /// <summary>Code of the award round.</summary>
    public required string AwardRound { get; init; }

    public required SealedRules Award { get; init; }

    /// <summary>The diagnosis round whose published results were ranked.</summary>
    public required string Round { get; init; }

    public string? PreviousRound { get; init; }

    /// <summary>Version of the engine that ranked.</summary>
    public required string Engine { get; init; }

    /// <summary>SHA-256 of the ranking and of what was ranked, both kept beside this document.</summary>
    public required string RankingHash { get; init; }

    public required string CandidatesHash { get; init; }

    /// <summary>In the order of the award.</summary>
    public required IReadOnlyList<SealedCategory> Categories { get; init; }

    public static string Write(SealedAward award) => JsonSerializer.Serialize(award, Json.SealedAward);

    /// <exception cref="FormatException">The text is not a sealed award of a known schema.</exception>
    public static SealedAward Read(string json)
    {
        try
        {
            var award = JsonSerializer.Deserialize(json, Json.SealedAward);
            return award?.Schema is CurrentSchema ? award : throw new FormatException($"Sealed awards of schema {award?.Schema} are not known.");
        }
        catch (JsonException e)
        {
            throw new FormatException("This is not a sealed award.", e);
        }
    }

    // Letters of every script as they are: read by people, never put into HTML without encoding.
    private static readonly SealedAwardJson Json = new(new JsonSerializerOptions(SealedAwardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <param name="Code">Of the award.</param>
/// <param name="Number">Of its version.</param>
/// <param name="Hash">SHA-256 of the rules' canonical JSON.</param>
/// <param name="Instrument">Its code.</param>
/// <param name="Names">By language.</param>
public sealed record SealedRules(string Code, int Number, string Hash, string Instrument, IReadOnlyDictionary<string, string> Names);

public sealed record SealedCategory
{
    public required string Code { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Decimals of a figure as shown.</summary>
    public required int Decimals { get; init; }

    /// <summary>How many were ranked, and how many were refused.</summary>
    public required int Ranked { get; init; }

    public required int Refused { get; init; }

    /// <summary>From the first rank on.</summary>
    public required IReadOnlyList<SealedPrize> Prizes { get; init; }

    /// <summary>Winners by rank who get no prize.</summary>
    public required IReadOnlyList<WithheldPrize> Withheld { get; init; }
}

public sealed record SealedPrize
{
    public required SnapshotAgency Agency { get; init; }

    /// <summary>Code of the prize's level; null without levels.</summary>
    public string? Level { get; init; }

    /// <summary>Its name by language.</summary>
    public IReadOnlyDictionary<string, string>? LevelNames { get; init; }

    /// <summary>Equal ones share a rank and the next is skipped; null where the rules refuse the winner.</summary>
    public int? Rank { get; init; }

    /// <summary>As shown.</summary>
    public decimal? Value { get; init; }

    public decimal? Exact { get; init; }
    public bool Shared { get; init; }

    /// <summary>The step that decided between equal values: index, increase, gap, jury, node:D4, jury:novelty, or shared; null where nothing had to.</summary>
    public string? TieBreak { get; init; }

    /// <summary>Why a person gave it; null where the ranking did.</summary>
    public SealedDeparture? Departure { get; init; }
}

public sealed record WithheldPrize(SnapshotAgency Agency, int Rank, SealedDeparture Departure);

public sealed record SealedDeparture(DepartureKind Kind, string Reason, string ByName, DateTime At);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(CamelCaseConverter<DepartureKind>)])]
[JsonSerializable(typeof(SealedAward))]
internal sealed partial class SealedAwardJson : JsonSerializerContext;
