using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Of the output.</param>
/// <param name="Project">Code of its project: one of another project is not found.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeOutputCommand(Guid Id, string Project, int? Version, OutputContent Content);

public sealed record OutputChanged(string Project, string Name, OutputContent Old, OutputContent New) : AuditFact(CooperationSubject.Of(Project));

public sealed class ChangeOutput(RegisterWriter writer)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public Task<Result<ProjectOutput>> HandleAsync(ChangeOutputCommand command, CancellationToken ct = default) => writer.ChangeAsync<ProjectOutput, OutputContent>(
        command.Id, command.Project, command.Version, command.Content, CooperationRules.Check(command.Content),
        old => new OutputChanged(command.Project, CooperationSubject.NameOf(command.Content), old, command.Content), ct);
}
