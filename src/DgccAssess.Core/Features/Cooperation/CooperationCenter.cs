using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>A cooperation center in a partner country, as programme staff keep it.</summary>
public sealed class CooperationCenter : IVersioned, IAudited
{
    private CooperationCenter() { }

    public required Guid Id { get; init; }

    /// <summary>For example uzbekistan; stands in addresses.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string Country { get; private set; } = "";

    public LocalizedText Names { get; private set; } = LocalizedText.Of();
    public LocalizedText City { get; private set; } = LocalizedText.Of();

    /// <summary>The partner's body it is housed by; empty where the record does not say.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Those in which titles are asked for: English, Korean and the partner's own.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>The years it was open.</summary>
    public YearSpans Periods { get; private set; } = null!;

    /// <summary>Where the facts come from.</summary>
    public string Source { get; private set; } = "";

    public string SavedByName { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public CenterContent Content => new(Country, Languages, Names, City, Host, Periods, Source);

    public static CooperationCenter Create(Guid id, string code, CenterContent content, string byName, DateTime nowUtc)
    {
        var center = new CooperationCenter { Id = id, Code = code };
        center.Save(content, byName, nowUtc);
        return center;
    }

    public void Save(CenterContent content, string byName, DateTime nowUtc)
    {
        (Country, Languages, Names, City, Host, Periods, Source) = content;
        (SavedByName, SavedAt) = (byName, nowUtc);
    }
}

/// <summary>What people change of a center, in the order of its form.</summary>
public sealed record CenterContent(string Country, IReadOnlyList<string> Languages, LocalizedText Names, LocalizedText City, string Host, YearSpans Periods, string Source)
{
    /// <summary>Lists of the same languages are equal, whichever list they are.</summary>
    public bool IsSame(CenterContent other) => this == other with { Languages = Languages } && Languages.SequenceEqual(other.Languages);
}

internal sealed class CooperationCenterConfiguration : IEntityTypeConfiguration<CooperationCenter>
{
    public void Configure(EntityTypeBuilder<CooperationCenter> builder)
    {
        builder.ToTable("CooperationCenters");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(CooperationRules.CodeLength);
        builder.Property(c => c.Country).HasMaxLength(3);
        builder.Property(c => c.Host).HasMaxLength(CooperationRules.OwnerLength);
        builder.Property(c => c.Languages).IsJsonList().HasMaxLength(200);
        builder.Property(c => c.Periods).HasConversion(p => p.ToString(), t => YearSpans.Parse(t)).HasMaxLength(YearSpans.Length);
        builder.Property(c => c.Source).HasMaxLength(CooperationRules.SourceLength);
        builder.Property(c => c.SavedByName).HasMaxLength(200);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Content);
        builder.HasIndex(c => c.Code).IsUnique().HasDatabaseName("UX_CooperationCenters_Code");
        builder.HasIndex(c => c.Country).HasDatabaseName("IX_CooperationCenters_Country");
    }
}
