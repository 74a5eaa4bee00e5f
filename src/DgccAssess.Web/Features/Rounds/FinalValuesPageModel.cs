using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.Review;
using DgccAssess.Core.Features.Rounds;
using DgccAssess.Scoring.Instruments;
using DgccAssess.Web.Features.Review;
using DgccAssess.Web.Infrastructure;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Rounds;

/// <summary>Every indicator with what the agency claimed, what each assessor found and the final value: consolidation and correction share it.</summary>
public abstract class FinalValuesPageModel(TenantDbContext db, InstrumentLibrary instruments, DocumentVerdicts documents, MessageText messages) : AssessmentPageModel
{
    [BindProperty]
    public FinalValuesInput Input { get; set; } = new();

    public Instrument Instrument { get; private set; } = null!;
    public InstrumentTexts Texts { get; private set; } = null!;
    public IReadOnlyList<FinalRow> Rows { get; private set; } = [];
    public int Differing => Rows.Count(r => r.AssessorsDiffer);

    protected async Task LoadAsync(CancellationToken ct)
    {
        var document = await instruments.GetAsync(Assessment.InstrumentVersionId, ct);
        (Instrument, Texts) = (document.Instrument, document.TextsIn(CultureInfo.CurrentUICulture.Name));
        var claims = await db.Answers.Where(a => a.AssessmentId == Assessment.Id).ToDictionaryAsync(a => a.Indicator, a => a.Level, ct);
        var verdicts = await documents.OfAsync(Assessment.Id, ct);
        var raters = verdicts.SelectMany(v => v).Select(v => v.RaterId).Distinct().ToList();
        var names = await db.Users.Where(u => raters.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var finals = await db.Ratings.Where(r => r.AssessmentId == Assessment.Id && r.Stage == Stage.Final)
            .Select(r => new { r.Indicator, Final = new StoredFinal(r.Value, r.Explanation) }).ToDictionaryAsync(r => r.Indicator, r => r.Final, ct);
        Rows = [.. Instrument.Indicators().Select(node => new FinalRow(
            node, Instrument.ScaleOf(node.Indicator!), claims.GetValueOrDefault(node.Code),
            [.. verdicts[node.Code].Select(v => new NamedVerdict(names.GetValueOrDefault(v.RaterId, ""), v))],
            finals.GetValueOrDefault(node.Code)))];
    }

    /// <summary>The stored final values, else what the assessors agree on.</summary>
    protected void Prefill() => Input = new FinalValuesInput
    {
        Version = Assessment.Version,
        Values = [.. Rows.Select(row => new FinalValueInput
        {
            Indicator = row.Node.Code,
            Value = ValueText.ToField(row.Stored is { } stored ? stored.Value : row.Agreed),
            Explanation = row.Stored?.Explanation ?? Consensus.Explanation([.. row.Verdicts.Select(v => v.Verdict)]),
        })],
    };

    /// <summary>What was typed as values; a text that is no number is marked at its field.</summary>
    protected IReadOnlyList<FinalValue> ReadValues()
    {
        var values = new List<FinalValue>();
        foreach (var (input, i) in Input.Values.Select((v, i) => (v, i)))
        {
            if (!ValueText.TryParse(input.Value, out var value)) ModelState.AddModelError($"Input.Values[{i}].Value", messages.Of(new Problem("", Messages.LevelOffScale)));
            values.Add(new FinalValue(input.Indicator ?? "", value, input.Explanation ?? ""));
        }

        return values;
    }

    /// <summary>Shows what was typed again; in the instrument's order, so that a form with holes is whole again.</summary>
    protected async Task<IActionResult> AgainAsync(Core.Data.Result? result, CancellationToken ct)
    {
        await LoadAsync(ct);
        var typed = Input.Values.GroupBy(v => v.Indicator ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        Input = Input with { Values = [.. Rows.Select(r => typed.GetValueOrDefault(r.Node.Code) ?? new FinalValueInput { Indicator = r.Node.Code })] };
        return result is null ? this.InvalidPage() : this.PageWithErrors(result);
    }
}

public sealed record FinalValuesInput
{
    public List<FinalValueInput> Values { get; init; } = [];

    /// <summary>Why a published result is corrected.</summary>
    public string? Reason { get; init; }

    public int? Version { get; init; }
}

public sealed record FinalValueInput
{
    public string? Indicator { get; init; }
    public string? Value { get; init; }
    public string? Explanation { get; init; }
}

public sealed record StoredFinal(decimal? Value, string Explanation);

public sealed record NamedVerdict(string Name, DocumentVerdict Verdict);

public sealed record FinalRow(Node Node, Scale Scale, decimal? Claimed, IReadOnlyList<NamedVerdict> Verdicts, StoredFinal? Stored)
{
    public decimal? Agreed => Consensus.Value(Verdicts.Select(v => v.Verdict));
    public bool AssessorsDiffer => Verdicts.Count > 0 && Agreed is null;
    public bool DiffersFromClaim => Agreed is { } agreed && agreed != Claimed;

    /// <summary>The stored value is not the one in the form: somebody else saved, or it is being changed.</summary>
    public bool DiffersFromStored(FinalValueInput input) =>
        Stored is not null && (ValueText.ToField(Stored.Value) != input.Value || Stored.Explanation.ReplaceLineEndings() != (input.Explanation ?? "").ReplaceLineEndings());
}
