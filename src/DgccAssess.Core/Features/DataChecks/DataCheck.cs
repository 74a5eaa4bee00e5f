using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.DataChecks;

/// <summary>Who holds the figure that is in doubt.</summary>
public enum DataHolder
{
    UnitedNations,
    Itu,
    Unesco,
    WorldBank,
    Other,
}

public enum DataCheckStatus
{
    /// <summary>A difference between what is held and what the country's own statistics say.</summary>
    Found,
    LetterSent,
    Accepted,
    Refused,
}

/// <summary>One figure of the UN EGDI that the government doubts, and how far the correction has come.</summary>
public sealed class DataCheck : IVersioned, IAudited
{
    private DataCheck() { }

    public required Guid Id { get; init; }

    /// <summary>Edition of the survey the figure went into.</summary>
    public int Edition { get; private set; }

    /// <summary>Code of the sub-indicator.</summary>
    public string SubIndicator { get; private set; } = "";

    public DataHolder HeldBy { get; private set; }
    public decimal HeldValue { get; private set; }

    /// <summary>Year the held value is of.</summary>
    public int HeldYear { get; private set; }

    public decimal? NationalValue { get; private set; }

    /// <summary>Where the national value is published.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Lowest and highest value among the states, without which no effect can be told.</summary>
    public decimal? Least { get; private set; }

    public decimal? Most { get; private set; }

    /// <summary>Percent within the component, where the survey's own weight is not known or another.</summary>
    public decimal? WeightPercent { get; private set; }

    public string FocalPoint { get; private set; } = "";
    public DataCheckStatus Status { get; private set; }
    public DateOnly? LetterOn { get; private set; }
    public string LetterNumber { get; private set; } = "";
    public string Note { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }
    public string SavedByName { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public DataCheckContent Content =>
        new(Edition, SubIndicator, HeldBy, HeldValue, HeldYear, NationalValue, Source, Least, Most, WeightPercent, FocalPoint, Status, LetterOn, LetterNumber, Note);

    public static DataCheck Create(Guid id, DataCheckContent content, string byName, DateTime nowUtc)
    {
        var check = new DataCheck { Id = id, CreatedAt = nowUtc };
        check.Save(content, byName, nowUtc);
        return check;
    }

    public void Save(DataCheckContent content, string byName, DateTime nowUtc)
    {
        (Edition, SubIndicator, HeldBy, HeldValue, HeldYear, NationalValue, Source, Least, Most, WeightPercent, FocalPoint, Status, LetterOn, LetterNumber, Note) = content;
        (SavedByName, SavedAt) = (byName, nowUtc);
    }
}

/// <summary>What people change of a row.</summary>
public sealed record DataCheckContent(
    int Edition, string SubIndicator, DataHolder HeldBy, decimal HeldValue, int HeldYear, decimal? NationalValue, string Source,
    decimal? Least, decimal? Most, decimal? WeightPercent, string FocalPoint, DataCheckStatus Status, DateOnly? LetterOn, string LetterNumber, string Note);

internal sealed class DataCheckConfiguration : IEntityTypeConfiguration<DataCheck>
{
    public void Configure(EntityTypeBuilder<DataCheck> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.SubIndicator).HasMaxLength(64);
        builder.Property(c => c.HeldBy).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.HeldValue).HasPrecision(DataCheckRules.Digits, DataCheckRules.Decimals);
        builder.Property(c => c.NationalValue).HasPrecision(DataCheckRules.Digits, DataCheckRules.Decimals);
        builder.Property(c => c.Least).HasPrecision(DataCheckRules.Digits, DataCheckRules.Decimals);
        builder.Property(c => c.Most).HasPrecision(DataCheckRules.Digits, DataCheckRules.Decimals);
        builder.Property(c => c.WeightPercent).HasPrecision(DataCheckRules.Digits, DataCheckRules.Decimals);
        builder.Property(c => c.Source).HasMaxLength(DataCheckRules.SourceLength);
        builder.Property(c => c.FocalPoint).HasMaxLength(DataCheckRules.FocalPointLength);
        builder.Property(c => c.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(c => c.LetterNumber).HasMaxLength(DataCheckRules.LetterLength);
        builder.Property(c => c.Note).HasMaxLength(DataCheckRules.NoteLength);
        builder.Property(c => c.SavedByName).HasMaxLength(200);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Content);
        builder.HasIndex(c => new { c.Edition, c.SubIndicator }).HasDatabaseName("IX_DataChecks_Edition_SubIndicator");
    }
}
