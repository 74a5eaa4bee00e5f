using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DgccAssess.Core.Features.Comparison.Report;
using DgccAssess.Core.Features.Countries.Brief;
using DgccAssess.Core.Features.Papers.National;
using DgccAssess.Core.Features.Papers.Records;
using DgccAssess.Core.Features.Papers.Templates;
using DgccAssess.Core.Features.Results.Report;
using DgccAssess.Core.Press;
using DgccAssess.Scoring.SharedCore;

namespace DgccAssess.Core.Features.Papers;

/// <summary>What every paper beside the agency report says of itself.</summary>
public abstract record PaperDocument
{
    /// <summary>BCP 47, for example ar-TN: language, direction, digits, separators and dates follow from it.</summary>
    public required string Locale { get; init; }

    public required PaperTenant Tenant { get; init; }

    /// <summary>Null for a draft.</summary>
    public ReportRegister? Register { get; init; }

    /// <summary>The document's date, so that the same source gives the same bytes on any day.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Demonstration data: marked on every page.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Not published: marked on every page.</summary>
    public bool Draft { get; init; }

    /// <summary>Everything in it is invented, to show a template: marked on every page.</summary>
    public bool Sample { get; init; }

    /// <summary>What the space says of papers of this kind; null: the look every paper has by itself.</summary>
    public PaperLook? Template { get; init; }
}

/// <param name="Name">In the document's language.</param>
/// <param name="Accent">As #rrggbb.</param>
/// <param name="Logo">The space's picture; null where it has none.</param>
public sealed record PaperTenant(string Name, string? Accent, PaperLogo? Logo);

/// <param name="MediaType">image/svg+xml or image/png.</param>
/// <param name="Data">Its content.</param>
public sealed record PaperLogo(string MediaType, byte[] Data);

/// <summary>A paper as a request to the press; <paramref name="Kind"/> is one of src/press/papers.mjs.</summary>
public sealed record PaperRequest<T>(string Kind, ReportVariant Variant, T Document)
    where T : PaperDocument
{
    public PressRequest ToPressRequest() => new(Kind, JsonSerializer.SerializeToUtf8Bytes(this, (JsonTypeInfo<PaperRequest<T>>)PaperJson.Default.GetTypeInfo(typeof(PaperRequest<T>))!));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(DecimalTextConverter), typeof(CycleConverter), typeof(Results.CamelCaseConverter<Scoring.Awards.DepartureKind>), typeof(Results.CamelCaseConverter<Sharing.SharingLevel>),
        typeof(Results.CamelCaseConverter<CoreBadge>), typeof(Results.CamelCaseConverter<CoreReasonCode>), typeof(Results.CamelCaseConverter<CoreAvailability>), typeof(Results.CamelCaseConverter<CoreStage>),
    ])]
[JsonSerializable(typeof(PaperRequest<NationalReportDocument>))]
[JsonSerializable(typeof(PaperRequest<BriefDocument>))]
[JsonSerializable(typeof(PaperRequest<ComparisonDocument>))]
[JsonSerializable(typeof(PaperRequest<CertificateDocument>))]
[JsonSerializable(typeof(PaperRequest<WinnersSlidesDocument>))]
[JsonSerializable(typeof(PaperRequest<MinutesDocument>))]
[JsonSerializable(typeof(PaperRequest<ConsentDocument>))]
[JsonSerializable(typeof(PaperRequest<InterviewDocument>))]
[JsonSerializable(typeof(PaperRequest<JuryRecordDocument>))]
internal sealed partial class PaperJson : JsonSerializerContext;
