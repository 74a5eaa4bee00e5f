using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>A cooperation center in a partner country. Which there are is data of the hub's folder; projects are kept by people.</summary>
public sealed class CooperationCenter : IAudited
{
    private CooperationCenter() { }

    public required Guid Id { get; init; }

    /// <summary>For example uzbekistan; stands in addresses.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string Country { get; private set; } = "";

    public LocalizedText Names { get; private set; } = LocalizedText.Of();
    public LocalizedText City { get; private set; } = LocalizedText.Of();

    /// <summary>Those in which titles are asked for: English, Korean and the partner's own.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The years it was open.</summary>
    public YearSpans Periods { get; private set; } = null!;

    public string Source { get; private set; } = "";

    public CenterContent Content => new(Country, Names, City, Languages, Periods, Source);

    public static CooperationCenter Create(Guid id, string code, CenterContent content)
    {
        var center = new CooperationCenter { Id = id, Code = code };
        center.Describe(content);
        return center;
    }

    public void Describe(CenterContent content) => (Country, Names, City, Languages, Periods, Source) = content;
}

public sealed record CenterContent(string Country, LocalizedText Names, LocalizedText City, IReadOnlyList<string> Languages, YearSpans Periods, string Source);

internal sealed class CooperationCenterConfiguration : IEntityTypeConfiguration<CooperationCenter>
{
    public void Configure(EntityTypeBuilder<CooperationCenter> builder)
    {
        builder.ToTable("CooperationCenters");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(CooperationRules.CodeLength);
        builder.Property(c => c.Country).HasMaxLength(3);
        builder.Property(c => c.Languages).IsJsonList().HasMaxLength(200);
        builder.Property(c => c.Periods).HasConversion(p => p.ToString(), t => YearSpans.Parse(t)).HasMaxLength(YearSpans.Length);
        builder.Property(c => c.Source).HasMaxLength(CooperationRules.SourceLength);
        builder.Ignore(c => c.Content);
        builder.HasIndex(c => c.Code).IsUnique().HasDatabaseName("UX_CooperationCenters_Code");
        builder.HasIndex(c => c.Country).HasDatabaseName("IX_CooperationCenters_Country");
    }
}
