using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Of the line.</param>
/// <param name="Project">Code of its project: one of another project is not found.</param>
/// <param name="Version">The version it was read with.</param>
/// <param name="Content">As typed.</param>
public sealed record ChangeBudgetLineCommand(Guid Id, string Project, int? Version, BudgetContent Content);

public sealed record BudgetLineChanged(string Project, string Name, BudgetContent Old, BudgetContent New) : AuditFact(CooperationSubject.Of(Project));

public sealed class ChangeBudgetLine(RegisterWriter writer)
{
    /// <returns>Where somebody else was faster, what is stored now.</returns>
    public Task<Result<BudgetLine>> HandleAsync(ChangeBudgetLineCommand command, CancellationToken ct = default) => writer.ChangeAsync<BudgetLine, BudgetContent>(
        command.Id, command.Project, command.Version, command.Content, CooperationRules.Check(command.Content),
        old => new BudgetLineChanged(command.Project, CooperationSubject.NameOf(command.Content), old, command.Content), ct);
}
