using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Of the indicator.</param>
/// <param name="Project">Code of its project: one of another project is not found.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeLinkedIndicatorCommand(Guid Id, string Project, int? Version, IndicatorContent Content);

public sealed record LinkedIndicatorChanged(string Project, string Name, IndicatorContent Old, IndicatorContent New) : AuditFact(CooperationSubject.Of(Project));

public sealed class ChangeLinkedIndicator(RegisterWriter writer)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public Task<Result<LinkedIndicator>> HandleAsync(ChangeLinkedIndicatorCommand command, CancellationToken ct = default) => writer.ChangeAsync<LinkedIndicator, IndicatorContent>(
        command.Id, command.Project, command.Version, command.Content, CooperationRules.Check(command.Content),
        old => new LinkedIndicatorChanged(command.Project, CooperationSubject.NameOf(command.Content), old, command.Content), ct);
}
