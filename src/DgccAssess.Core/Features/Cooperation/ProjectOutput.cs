using DgccAssess.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DgccAssess.Core.Features.Cooperation;

/// <summary>What a project left behind: a guideline, a system, a law that was adopted, a training, an event.</summary>
public sealed class ProjectOutput : ProjectPart<OutputContent>
{
    public OutputKind Kind { get; private set; }
    public LocalizedText Titles { get; private set; } = LocalizedText.Of();
    public PartialDate? On { get; private set; }

    /// <summary>Null where the question does not arise, as with a training.</summary>
    public LegalLevel? Level { get; private set; }

    /// <summary>Where it can be read; https.</summary>
    public string Url { get; private set; } = "";

    public string Note { get; private set; } = "";
    public string Source { get; private set; } = "";
    public override OutputContent Content => new(Kind, Titles, On, Level, Url, Note, Source);

    protected override void Take(OutputContent content) => (Kind, Titles, On, Level, Url, Note, Source) = content;
}

public sealed record OutputContent(OutputKind Kind, LocalizedText Titles, PartialDate? On, LegalLevel? Level, string Url, string Note, string Source);

internal sealed class ProjectOutputConfiguration : IEntityTypeConfiguration<ProjectOutput>
{
    public void Configure(EntityTypeBuilder<ProjectOutput> builder)
    {
        builder.IsPartOfProject("ProjectOutputs");
        builder.Property(o => o.Kind).HasConversion<string>().HasMaxLength(16);
        builder.Property(o => o.On).HasConversion(d => d!.Value.ToString(), t => PartialDate.Parse(t)).HasMaxLength(PartialDate.Length);
        builder.Property(o => o.Level).HasConversion<string>().HasMaxLength(32);
        builder.Property(o => o.Url).HasMaxLength(CooperationRules.UrlLength);
        builder.Property(o => o.Note).HasMaxLength(CooperationRules.NoteLength);
        builder.Property(o => o.Source).HasMaxLength(CooperationRules.SourceLength);
        builder.Ignore(o => o.Content);
    }
}
