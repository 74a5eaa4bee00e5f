using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Of the indicator.</param>
/// <param name="Project">Code of its project: one of another project is not found.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeLinkedIndicatorCommand(Guid Id, string Project, int? Version, IndicatorContent Content);

public sealed record LinkedIndicatorChanged(string Project, string Name, IndicatorContent Old, IndicatorContent New) : AuditFact(CooperationSubject.Of(Project));

public sealed class ChangeLinkedIndicator(RegisterWriter writer, EgdiShelf shelf)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public async Task<Result<LinkedIndicator>> HandleAsync(ChangeLinkedIndicatorCommand command, CancellationToken ct = default) => await writer.ChangeAsync<LinkedIndicator, IndicatorContent>(
        command.Id, command.Project, command.Version, command.Content, CooperationRules.Check(command.Content, (await shelf.ReadAsync(ct)).Years),
        old => new LinkedIndicatorChanged(command.Project, CooperationSubject.NameOf(command.Content), old, command.Content), ct);
}
