using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>What a project is meant to move, and where that stood before. A figure of the EGDI is read from its edition; others are typed with their source.</summary>
public sealed class LinkedIndicator : ProjectPart<IndicatorContent>
{
    public IndicatorKind Kind { get; private set; }

    /// <summary>Name of another index, or code of an indicator of the partner's instrument.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Code of the partner's instrument.</summary>
    public string Instrument { get; private set; } = "";

    /// <summary>Edition of the baseline.</summary>
    public int? BaselineYear { get; private set; }

    /// <summary>Null for a figure of the EGDI.</summary>
    public decimal? Baseline { get; private set; }

    public string Note { get; private set; } = "";
    public string Source { get; private set; } = "";
    public override IndicatorContent Content => new(Kind, Name, Instrument, BaselineYear, Baseline, Note, Source);

    protected override void Take(IndicatorContent content) => (Kind, Name, Instrument, BaselineYear, Baseline, Note, Source) = content;
}

public sealed record IndicatorContent(IndicatorKind Kind, string Name, string Instrument, int? BaselineYear, decimal? Baseline, string Note, string Source);

internal sealed class LinkedIndicatorConfiguration : IEntityTypeConfiguration<LinkedIndicator>
{
    public void Configure(EntityTypeBuilder<LinkedIndicator> builder)
    {
        builder.IsPartOfProject("LinkedIndicators");
        builder.Property(i => i.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(i => i.Name).HasMaxLength(CooperationRules.NameLength);
        builder.Property(i => i.Instrument).HasMaxLength(CooperationRules.CodeLength);
        builder.Property(i => i.Baseline).HasPrecision(18, CooperationRules.BaselineDecimals);
        builder.Property(i => i.Note).HasMaxLength(CooperationRules.NoteLength);
        builder.Property(i => i.Source).HasMaxLength(CooperationRules.SourceLength);
        builder.Ignore(i => i.Content);
    }
}
