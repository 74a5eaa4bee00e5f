using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Made with the form: the same output sent twice is stored once.</param>
/// <param name="Project">Code of its project.</param>
/// <param name="Content">As typed.</param>
public sealed record AddOutputCommand(Guid Id, string Project, OutputContent Content) : ICreation;

public sealed record OutputAdded(string Project, string Name, OutputContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed class AddOutput(RegisterWriter writer)
{
    public Task<Result> HandleAsync(AddOutputCommand command, CancellationToken ct = default) => writer.AddAsync(
        command.Id, command.Project, command.Content, CooperationRules.Check(command.Content), projectId => new ProjectOutput { Id = command.Id, ProjectId = projectId },
        content => new OutputAdded(command.Project, CooperationSubject.NameOf(content), content), ct);
}
