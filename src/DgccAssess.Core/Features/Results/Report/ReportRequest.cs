using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DgccAssess.Core.Features.Results.Docx;
using DgccAssess.Core.Press;

namespace DgccAssess.Core.Features.Results.Report;

public enum ReportVariant
{
    /// <summary>PDF/UA-1, for reading with assistive technology.</summary>
    [JsonStringEnumMemberName("ua1")]
    Accessible,

    /// <summary>Tagged PDF/A-2a, for the archive.</summary>
    [JsonStringEnumMemberName("a2a")]
    Archive,

    /// <summary>Word, to be put on a letterhead and signed.</summary>
    [JsonStringEnumMemberName("docx")]
    Word,
}

/// <summary>The agency report as a request to the press.</summary>
public sealed record ReportRequest(ReportDocument Document, ReportVariant Variant)
{
    public const string PressKind = "agency-report";

    /// <summary>The same strings without a page to stand on.</summary>
    public const string TextKind = "agency-report-text";

    public string Kind => Variant is ReportVariant.Word ? TextKind : PressKind;

    public PressRequest ToPressRequest()
    {
        var request = new PressRequest(Kind, JsonSerializer.SerializeToUtf8Bytes(this, ReportJson.Default.ReportRequest));
        return Variant is ReportVariant.Word ? request with { Finish = answer => ReportDocx.Write(answer, Document.Register?.Address) } : request;
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(DecimalTextConverter), typeof(CycleConverter), typeof(StageConverter)])]
[JsonSerializable(typeof(ReportRequest))]
internal sealed partial class ReportJson : JsonSerializerContext;

/// <summary>JSON numbers are binary fractions at the other end: 2.95 would not stay 2.95.</summary>
internal sealed class DecimalTextConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.Parse(reader.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}

internal sealed class CycleConverter() : JsonStringEnumConverter<Rounds.CycleType>(JsonNamingPolicy.KebabCaseLower);

internal sealed class StageConverter() : JsonStringEnumConverter<Review.Stage>(JsonNamingPolicy.KebabCaseLower);
