using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.SharedCore;

/// <summary>One version of how the tenant maps an instrument to the core. It never changes: what was compared names it. The highest number is in force; without one nothing of the core is shared.</summary>
public sealed class ApprovedMapping : IImmutable, IAudited
{
    public required Guid Id { get; init; }

    /// <summary>Code of the instrument; its versions share a mapping.</summary>
    public required string Instrument { get; init; }

    /// <summary>1, 2, ... within the instrument; 0 is what the product proposes.</summary>
    public required int Number { get; init; }

    /// <summary>Canonical JSON of a <see cref="MappingDocument"/>; null: the approval was taken back.</summary>
    public string? Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hex.</summary>
    public string? Hash { get; init; }

    public required DateTime ApprovedAt { get; init; }
    public required string ApprovedByName { get; init; }

    public MappingDocument? Content() => Document is null ? null : MappingDocument.Read(Document);
}

internal sealed class ApprovedMappingConfiguration : IEntityTypeConfiguration<ApprovedMapping>
{
    public void Configure(EntityTypeBuilder<ApprovedMapping> builder)
    {
        builder.ToTable("ApprovedMappings");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Instrument).HasMaxLength(64);
        builder.Property(m => m.Hash).HasMaxLength(64);
        builder.Property(m => m.ApprovedByName).HasMaxLength(200);
        builder.HasIndex(m => new { m.Instrument, m.Number }).IsUnique().HasDatabaseName("UX_ApprovedMappings_Instrument_Number");
    }
}

/// <param name="Instrument">Whose mapping.</param>
/// <param name="Number">Of the version in force from now on.</param>
/// <param name="Hash">Of its content.</param>
/// <param name="Changed">Questions whose row differs from what was in force or proposed before.</param>
public sealed record CoreMappingApproved(string Instrument, int Number, string Hash, IReadOnlyList<string> Changed) : AuditFact($"core/{Instrument}");

public sealed record CoreApprovalTakenBack(string Instrument, int Number) : AuditFact($"core/{Instrument}");
