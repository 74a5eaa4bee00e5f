using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Egdi;

namespace DgccAssess.Core.Features.Cooperation;

/// <param name="Id">Made with the form: the same indicator sent twice is stored once.</param>
/// <param name="Project">Code of its project.</param>
/// <param name="Content">As typed.</param>
public sealed record AddLinkedIndicatorCommand(Guid Id, string Project, IndicatorContent Content) : ICreation;

public sealed record LinkedIndicatorAdded(string Project, string Name, IndicatorContent Content) : AuditFact(CooperationSubject.Of(Project));

public sealed class AddLinkedIndicator(RegisterWriter writer, EgdiShelf shelf)
{
    public async Task<Result> HandleAsync(AddLinkedIndicatorCommand command, CancellationToken ct = default) => await writer.AddAsync(
        command.Id, command.Project, command.Content, CooperationRules.Check(command.Content, (await shelf.ReadAsync(ct)).Years), projectId => new LinkedIndicator { Id = command.Id, ProjectId = projectId },
        content => new LinkedIndicatorAdded(command.Project, CooperationSubject.NameOf(content), content), ct);
}
