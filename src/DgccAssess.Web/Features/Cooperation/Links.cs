using DgccAssess.Core.Features.Cooperation;

namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Cooperation() => At($"/cooperation");

    public string CooperationFile(string format, string? country, ProjectKind? kind, ProjectStatus? status) =>
        At($"/cooperation/register.{format}") + $"?country={Uri.EscapeDataString(country ?? "")}&kind={kind}&status={status}";

    public string CooperationCenter(string center) => At($"/cooperation/centers/{center}");

    public string NewCooperationCenter() => At($"/cooperation/new-center");

    public string ChangeCooperationCenter(string center) => At($"/cooperation/centers/{center}/change");

    public string CooperationProject(string project) => At($"/cooperation/projects/{project}");

    public string NewCooperationProject(string center) => At($"/cooperation/centers/{center}/new-project");

    public string ChangeCooperationProject(string project) => At($"/cooperation/projects/{project}/change");

    public string RemoveCooperationProject(string project) => At($"/cooperation/projects/{project}/remove");

    public string NewProjectPart(string project, PartKind kind) => At($"/cooperation/projects/{project}/{Word(kind)}");

    public string ChangeProjectPart(string project, PartKind kind, Guid item) => At($"/cooperation/projects/{project}/{Word(kind)}/{item}");

    public string RemoveProjectPart(string project, PartKind kind, Guid item) => At($"/cooperation/projects/{project}/{Word(kind)}/{item}/remove");

    public string Pipeline() => At($"/cooperation/pipeline");

    public string NewRoundPlan(string? country = null) => At($"/cooperation/pipeline/round") + (country is null ? "" : $"?country={Uri.EscapeDataString(country)}");

    public string ChangeRoundPlan(Guid item) => At($"/cooperation/pipeline/round/{item}");

    public string RemoveRoundPlan(Guid item) => At($"/cooperation/pipeline/round/{item}/remove");

    private static string Word(PartKind kind) => kind.ToString().ToLowerInvariant();
}
