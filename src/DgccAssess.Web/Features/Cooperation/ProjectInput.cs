using DgccAssess.Core.Features.Cooperation;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>What the forms of a project ask for.</summary>
public sealed record ProjectInput
{
    /// <summary>Made with the form of a new one.</summary>
    public Guid? Id { get; init; }

    public int? Version { get; init; }

    /// <summary>Of a new one.</summary>
    public string? Code { get; init; }

    public List<NameInput> Names { get; init; } = [];
    public string? Kind { get; init; }
    public string? Status { get; init; }
    public string? Starts { get; init; }
    public string? Ends { get; init; }
    public string? KoreanOwner { get; init; }
    public string? PartnerOwner { get; init; }
    public string? Follows { get; init; }
    public string? Note { get; init; }
    public string? Source { get; init; }

    public static ProjectInput Of(CooperationProject project, CooperationCenter center) => new()
    {
        Version = project.Version, Names = NameInput.Of(center.Languages, project.Names), Kind = project.Kind.ToString(), Status = project.Status.ToString(),
        Starts = project.Starts?.ToString(), Ends = project.Ends?.ToString(), KoreanOwner = project.KoreanOwner, PartnerOwner = project.PartnerOwner, Follows = project.Follows,
        Note = project.Note, Source = project.Source,
    };

    public ProjectContent Read(InputReader reader) => new(
        NameInput.Read(Names), reader.Choice<ProjectKind>(nameof(Kind), Kind), reader.Choice<ProjectStatus>(nameof(Status), Status), reader.Date(nameof(Starts), Starts), reader.Date(nameof(Ends), Ends),
        InputReader.Line(KoreanOwner), InputReader.Line(PartnerOwner), string.IsNullOrEmpty(Follows) ? null : Follows, InputReader.Text(Note), InputReader.Text(Source));
}
