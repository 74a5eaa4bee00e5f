using System.Text.Json.Serialization;

namespace DgccAssess.Core.Features.Results.Docx;

/// <summary>A report as blocks of finished strings, as the press composes them (src/press/report/text.mjs): no figure and no word is made after it.</summary>
internal sealed record ReportText
{
    /// <summary>BCP 47 with the country, as spelling checkers want it.</summary>
    public required string Language { get; init; }

    public required string Dir { get; init; }

    /// <summary>The document's date, so that the same snapshot gives the same bytes on any day.</summary>
    public required DateOnly Date { get; init; }

    public required TextColours Colours { get; init; }
    public required string Title { get; init; }
    public required string Subject { get; init; }
    public required string Tenant { get; init; }
    public string? Number { get; init; }

    /// <summary>Said on every page.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    public required IReadOnlyList<TextValue> Running { get; init; }
    public required IReadOnlyList<TextValue> Stamp { get; init; }
    public required IReadOnlyList<TextPart> Page { get; init; }
    public required IReadOnlyList<TextBlock> Blocks { get; init; }

    [JsonIgnore]
    public bool IsRightToLeft => Dir == RightToLeft;

    public const string RightToLeft = "rtl";
}

/// <summary>As #rrggbb.</summary>
internal sealed record TextColours(string Base, string Dark, string Soft, string Tint);

internal sealed record TextValue
{
    public required string Text { get; init; }

    /// <summary>Its own direction; null: the document's.</summary>
    public string? Dir { get; init; }

    public bool Strong { get; init; }

    /// <summary>A hash, a number: set in a fixed width.</summary>
    public bool Code { get; init; }

    /// <summary>How far it stands in.</summary>
    public int Depth { get; init; }
}

/// <param name="Text">Literal text.</param>
/// <param name="Field">page or pages: known to the word processor only.</param>
internal sealed record TextPart(string? Text, string? Field);

/// <remarks>What a block may leave out is set, not initialised: the reader of JSON would put nothing in its place.</remarks>
internal sealed record TextBlock
{
    /// <summary>title, subtitle, heading, paragraph, list, table, facts, contents or code.</summary>
    public required string Kind { get; init; }

    public TextValue? Text { get; init; }
    public int Level { get; init; }

    /// <summary>lead, small, label or mark; null: plain.</summary>
    public string? Style { get; init; }

    public IReadOnlyList<TextValue> Items { get; set; } = [];
    public IReadOnlyList<TextValue> Entries { get; set; } = [];
    public TextValue? Caption { get; init; }
    public IReadOnlyList<TextValue> Columns { get; set; } = [];
    public IReadOnlyList<IReadOnlyList<TextValue>> Rows { get; set; } = [];

    /// <summary>Columns that stand at the line's end.</summary>
    public IReadOnlyList<int> Numeric { get; set; } = [];

    public IReadOnlyList<int> StrongRows { get; set; } = [];

    /// <summary>Shares of the width, per cent.</summary>
    public IReadOnlyList<decimal> Widths { get; set; } = [];

    /// <summary>Filled in by hand: room for a pen.</summary>
    public bool Signed { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReportText))]
internal sealed partial class ReportTextJson : JsonSerializerContext;
