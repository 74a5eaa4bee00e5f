using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Features.Results;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record IndicatorInput : PartInput
{
    public string? Kind { get; init; }
    public string? Name { get; init; }
    public string? Instrument { get; init; }
    public string? BaselineYear { get; init; }
    public string? Baseline { get; init; }
}

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class IndicatorModel(ReadCooperation read, AddLinkedIndicator add, ChangeLinkedIndicator change, MessageText messages, TimeProvider clock, Links links)
    : PartPageModel<LinkedIndicator, IndicatorContent, IndicatorInput>(read, messages, clock, links)
{
    public override PartKind Kind => PartKind.Indicator;

    public override IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words) => StoredPart is not { } indicator ? [] :
    [
        (words["Field.IndicatorKind"], words["Indicator." + indicator.Kind]), (words["Field.IndicatorName"], indicator.Name), (words["Field.Instrument"], indicator.Instrument),
        (words["Field.BaselineYear"], InputReader.ToField(indicator.BaselineYear) ?? ""), (words["Column.Baseline"], indicator.Baseline is { } value ? Figures.Free(value) : ""),
        (words["Field.Note"], indicator.Note), (words["Column.Source"], indicator.Source),
    ];

    protected override IReadOnlyList<LinkedIndicator> Parts(ProjectFacts facts) => facts.Indicators;

    protected override IndicatorInput Fill(LinkedIndicator? stored, Guid newId) => new()
    {
        Id = newId, Version = stored?.Version, Kind = stored?.Kind.ToString(), Name = stored?.Name, Instrument = stored?.Instrument,
        BaselineYear = InputReader.ToField(stored?.BaselineYear), Baseline = InputReader.ToField(stored?.Baseline), Note = stored?.Note, Source = stored?.Source,
    };

    protected override IndicatorContent Read(InputReader reader) => new(
        reader.Choice<IndicatorKind>(nameof(Input.Kind), Input.Kind), InputReader.Line(Input.Name), InputReader.Line(Input.Instrument),
        reader.Whole(nameof(Input.BaselineYear), Input.BaselineYear, CooperationMessages.YearOutOfRange, PartialDate.Earliest, PartialDate.Latest),
        reader.Number(nameof(Input.Baseline), Input.Baseline, CooperationMessages.BaselineInvalid, CooperationRules.BaselineDecimals),
        InputReader.Text(Input.Note), InputReader.Text(Input.Source));

    protected override Task<Result> AddAsync(Guid id, IndicatorContent content, CancellationToken ct) => add.HandleAsync(new(id, Facts.Project.Code, content), ct);

    protected override async Task<Result> ChangeAsync(Guid id, IndicatorContent content, CancellationToken ct) => await change.HandleAsync(new(id, Facts.Project.Code, Input.Version, content), ct);
}
