using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Made with the form: the same line sent twice is stored once.</param>
/// <param name="Project">Code of its project.</param>
/// <param name="Content">As typed.</param>
public sealed record AddBudgetLineCommand(Guid Id, string Project, BudgetContent Content) : ICreation;

public sealed record BudgetLineAdded(string Project, string Name, BudgetContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed class AddBudgetLine(RegisterWriter writer)
{
    public Task<Result> HandleAsync(AddBudgetLineCommand command, CancellationToken ct = default) => writer.AddAsync(
        command.Id, command.Project, command.Content, CooperationRules.Check(command.Content), projectId => new BudgetLine { Id = command.Id, ProjectId = projectId },
        content => new BudgetLineAdded(command.Project, CooperationSubject.NameOf(content), content), ct);
}
