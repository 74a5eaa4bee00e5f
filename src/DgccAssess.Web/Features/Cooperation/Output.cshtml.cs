using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.Cooperation;

public sealed record OutputInput : PartInput
{
    public string? Kind { get; init; }
    public List<NameInput> Titles { get; init; } = [];
    public string? On { get; init; }
    public string? Level { get; init; }
    public string? Url { get; init; }
}

[Authorize(Policy = Policies.ManageProgramme)]
public sealed class OutputModel(ReadCooperation read, AddOutput add, ChangeOutput change, MessageText messages, TimeProvider clock, Links links)
    : PartPageModel<ProjectOutput, OutputContent, OutputInput>(read, messages, clock, links)
{
    public override PartKind Kind => PartKind.Output;

    public override IEnumerable<(string Label, string Text)> StoredFields(IStringLocalizer words) => StoredPart is not { } output ? [] :
    [
        (words["Column.Kind"], words["OutputKind." + output.Kind]), .. output.Titles.Values.Select(t => (LanguageNames.Of(t.Key), t.Value)),
        (words["Field.On"], output.On.Date()), (words["Field.Level"], output.Level is { } level ? words["Level." + level] : ""), (words["Field.Url"], output.Url),
        (words["Field.Note"], output.Note), (words["Column.Source"], output.Source),
    ];

    protected override IReadOnlyList<ProjectOutput> Parts(ProjectFacts facts) => facts.Outputs;

    protected override OutputInput Fill(ProjectOutput? stored, Guid newId) => new()
    {
        Id = newId, Version = stored?.Version, Kind = stored?.Kind.ToString(), Titles = NameInput.Of(Facts.Center.Languages, stored?.Titles),
        On = stored?.On?.ToString(), Level = stored?.Level?.ToString(), Url = stored?.Url, Note = stored?.Note, Source = stored?.Source,
    };

    protected override OutputContent Read(InputReader reader) => new(
        reader.Choice<OutputKind>(nameof(Input.Kind), Input.Kind), NameInput.Read(Input.Titles), reader.Date(nameof(Input.On), Input.On), reader.OptionalChoice<LegalLevel>(nameof(Input.Level), Input.Level),
        InputReader.Line(Input.Url), InputReader.Text(Input.Note), InputReader.Text(Input.Source));

    protected override Task<Result> AddAsync(Guid id, OutputContent content, CancellationToken ct) => add.HandleAsync(new(id, Facts.Project.Code, content), ct);

    protected override async Task<Result> ChangeAsync(Guid id, OutputContent content, CancellationToken ct) => await change.HandleAsync(new(id, Facts.Project.Code, Input.Version, content), ct);
}
