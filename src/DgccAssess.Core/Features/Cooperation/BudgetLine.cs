using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>An amount of a project's budget: of one year, or of several years together where only their total is known.</summary>
public sealed class BudgetLine : ProjectPart<BudgetContent>
{
    public YearSpans Years { get; private set; } = null!;

    /// <summary>In whole units of the currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    public string Note { get; private set; } = "";
    public string Source { get; private set; } = "";
    public override BudgetContent Content => new(Years, Amount, Currency, Note, Source);

    protected override void Take(BudgetContent content) => (Years, Amount, Currency, Note, Source) = content;
}

public sealed record BudgetContent(YearSpans Years, decimal Amount, string Currency, string Note, string Source);

internal sealed class BudgetLineConfiguration : IEntityTypeConfiguration<BudgetLine>
{
    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.IsPartOfProject("ProjectBudgets");
        builder.Property(b => b.Years).HasConversion(y => y.ToString(), t => YearSpans.Parse(t)).HasMaxLength(YearSpans.Length);
        builder.Property(b => b.Amount).HasPrecision(18, 0);
        builder.Property(b => b.Currency).HasMaxLength(3);
        builder.Property(b => b.Note).HasMaxLength(CooperationRules.NoteLength);
        builder.Property(b => b.Source).HasMaxLength(CooperationRules.SourceLength);
        builder.Ignore(b => b.Content);
    }
}
