using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Objections;
using DgccAssess.Core.Features.Results;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Features.Review;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Objections;

/// <summary>The coordinator objects to the own agency's result, takes it back, and reads the answer.</summary>
[Authorize(Policy = Policies.CoordinateAssessments)]
[AssessmentPage(AssessmentAccess.Coordinate)]
public sealed class ObjectionModel(
    TenantDbContext db, ReadResult read, ReadObjections objections, FileObjection file, WithdrawObjection withdraw, MessageText messages, TimeProvider clock, Links links) : AssessmentPageModel
{
    public sealed record Row(Node Node, Scale Scale, decimal? Published);

    [BindProperty]
    public ObjectionInput Input { get; set; } = new();

    public ResultObjections Objections { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;

    /// <summary>Every indicator with its published value.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int AnswerDays { get; private set; }
    public DateTime Now => clock.UtcNow;
    public bool CanFile => Objections.Open is null && Objections.Window!.IsOpenAt(Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input = new ObjectionInput { Id = clock.NewId() };
        return await LoadAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = ReadPoints();
        if (!ModelState.IsValid) return await LoadAsync(ct) ? this.InvalidPage() : NotFound();
        return await AnswerAsync(await file.HandleAsync(new(Assessment.Id, Input.Reason ?? "", asked, Input.Id ?? Guid.Empty), ct), ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        await AnswerAsync(await withdraw.HandleAsync(new(Assessment.Id, Input.Id ?? Guid.Empty, Input.Version), ct), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.Succeeded) return LocalRedirect(links.ObjectToResult(Assessment.Round, Assessment.Agency));
        return await LoadAsync(ct) ? this.PageWithErrors(result) : NotFound();
    }

    /// <summary>What was typed as values; a text that is no number is marked at its field.</summary>
    private List<AskedValue> ReadPoints()
    {
        List<AskedValue> asked = [];
        foreach (var (point, i) in Input.Points.Select((p, i) => (p, i)))
        {
            if (!ValueText.TryParse(point.Value, out var value)) ModelState.AddModelError($"Input.Points[{i}].Value", messages.Of(new Problem("", Messages.LevelOffScale, "", "")));
            asked.Add(new AskedValue(point.Indicator ?? "", value));
        }

        return asked;
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await read.HandleAsync(Assessment.Id, Milestone.Published, ct) is not { } published) return false;
        Objections = await objections.HandleAsync(Assessment.Id, ct);
        var (instrument, values) = (published.Instrument.Instrument, published.Document.Inputs.ToDictionary(i => i.Indicator, i => i.Final?.Value, StringComparer.Ordinal));
        Texts = published.Instrument.TextsIn(CultureInfo.CurrentUICulture.Name);
        Rows = [.. instrument.Indicators().Select(n => new Row(n, instrument.ScaleOf(n.Indicator!), values.GetValueOrDefault(n.Code)))];
        AnswerDays = await db.Rounds.Where(r => r.Code == Assessment.Round).Select(r => r.AnswerDays).SingleAsync(ct);

        // In the instrument's order, so that a form with holes is whole again.
        var typed = Input.Points.GroupBy(p => p.Indicator ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Input = Input with { Points = [.. Rows.Select(r => typed.GetValueOrDefault(r.Node.Code) ?? new PointInput { Indicator = r.Node.Code })] };
        return true;
    }
}

public sealed record ObjectionInput
{
    public Guid? Id { get; init; }
    public string? Reason { get; init; }
    public List<PointInput> Points { get; init; } = [];
    public int? Version { get; init; }
}

public sealed record PointInput
{
    public string? Indicator { get; init; }
    public string? Value { get; init; }
}
