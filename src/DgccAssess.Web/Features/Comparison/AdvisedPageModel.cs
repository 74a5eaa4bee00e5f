using DgccAssess.Core.Features.Comparison;
using DgccAssess.Core.Features.Countries;

namespace DgccAssess.Web.Features.Comparison;

/// <summary>The comparison with what agencies did, on questions on which one of those chosen is weak or shows nothing.</summary>
public abstract class AdvisedPageModel(ReadComparison read, ReadPractices practices, NoteAccess access) : ComparisonPageModel(read, access)
{
    /// <summary>Once the comparison is read; whoever shows them notes it first.</summary>
    protected async Task ReadPracticesAsync(CancellationToken ct) =>
        View = View with { Practices = await practices.ForAsync([.. View.Needs.Select(n => n.Question)], [.. View.Ids], ct) };

    /// <summary>Of a country that was not chosen something is shown too: its ledger says so.</summary>
    protected Task NotePracticesAsync(AccessKind kind, string place, CancellationToken ct) => NoteAsync(View.Practices.Select(p => p.Source).DistinctBy(s => s.SnapshotId), kind, place, ct);
}
