using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record BudgetInput : PartInput
{
    public string? Years { get; init; }
    public string? Amount { get; init; }
    public string? Currency { get; init; }
}

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class BudgetModel(ReadCooperation read, AddBudgetLine add, ChangeBudgetLine change, MessageText messages, TimeProvider clock, Links links)
    : PartPageModel<BudgetLine, BudgetContent, BudgetInput>(read, messages, clock, links)
{
    public override PartKind Kind => PartKind.Budget;

    public override IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words) => StoredPart is not { } line ? [] :
    [
        (words["Field.Years"], line.Years.Years()), (words["Column.Amount"], CooperationView.Amount(line.Amount)), (words["Column.Currency"], line.Currency),
        (words["Field.Note"], line.Note), (words["Column.Source"], line.Source),
    ];

    protected override IReadOnlyList<BudgetLine> Parts(ProjectFacts facts) => facts.Budget;

    protected override BudgetInput Fill(BudgetLine? stored, Guid newId) => stored is null ? new() { Id = newId, Currency = "KRW" } : new()
    {
        Version = stored.Version, Years = stored.Years.ToString(), Amount = InputReader.ToField(stored.Amount), Currency = stored.Currency, Note = stored.Note, Source = stored.Source,
    };

    protected override BudgetContent Read(InputReader reader) => new(
        reader.Years(nameof(Input.Years), Input.Years), reader.Number(nameof(Input.Amount), Input.Amount, CooperationMessages.AmountInvalid) ?? 0,
        InputReader.Line(Input.Currency), InputReader.Text(Input.Note), InputReader.Text(Input.Source));

    protected override Task<Result> AddAsync(Guid id, BudgetContent content, CancellationToken ct) => add.HandleAsync(new(id, Facts.Project.Code, content), ct);

    protected override async Task<Result> ChangeAsync(Guid id, BudgetContent content, CancellationToken ct) => await change.HandleAsync(new(id, Facts.Project.Code, Input.Version, content), ct);
}
