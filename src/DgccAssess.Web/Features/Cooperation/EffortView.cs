using System.Globalization;
using DgccAssess.Core.Features.Cooperation;
using DgccAssess.Core.Features.Egdi;
using DgccAssess.Scoring.Cooperation;
using DgccAssess.Web.Features.Results;

namespace DgccAssess.Web.Features.Cooperation;

/// <summary>What stands beside a project or a center: the EGDI of its country in the same period, with a picture of the ranks.</summary>
/// <param name="Effort">What stands beside what.</param>
/// <param name="Sources">Of the editions it rests on.</param>
public sealed record EffortView(ResultBesideEffort Effort, IReadOnlyList<string> Sources)
{
    public const int Width = 400;
    public const int Height = 120;
    private const int Margin = 30;
    private const int Decimals = 4;

    /// <summary>Null where the start is not known, or the country is in no edition.</summary>
    public static EffortView? Of(EgdiEditions editions, CooperationProject project, string country) =>
        project.Starts is { } starts ? Of(editions, country, starts.Year, project.Status is ProjectStatus.Planned or ProjectStatus.Running ? null : project.Ends?.Year) : null;

    public static EffortView? Of(EgdiEditions editions, CooperationCenter center) => Of(editions, center.Country, center.Periods.First, center.Periods.Last);

    public static string Change(decimal change) => Figures.WithSign(Math.Round(change, Decimals, MidpointRounding.AwayFromZero), Decimals);

    /// <summary>Ranks gained, with their sign.</summary>
    public static string Ranks(int change) => (change > 0 ? CultureInfo.CurrentCulture.NumberFormat.PositiveSign : "") + change.ToString(CultureInfo.CurrentCulture);

    /// <summary>The editions of the picture; the earliest first.</summary>
    public IReadOnlyList<Point> Points()
    {
        List<(int Year, int Rank, int Best, int Worst, bool IsBreak)> ranks = [(Effort.From.Year, RankOfFirst, RankOfFirst, RankOfFirst, false)];
        ranks.AddRange(Effort.Steps.Select(s => (s.To.Year, s.Now.Rank, s.Band?.Best ?? s.Now.Rank, s.Band?.Worst ?? s.Now.Rank, s.Change.IsBroken)));
        var (best, worst) = (ranks.Min(r => r.Best), ranks.Max(r => r.Worst));
        return [.. ranks.Select(r => new Point(CooperationView.Year(r.Year), r.Rank, X(r.Year), Y(r.Rank), Y(r.Best), Y(r.Worst), r.IsBreak))];

        decimal X(int year) => Margin + (decimal)(Width - (2 * Margin)) * (year - Effort.From.Year) / Math.Max(1, Effort.To.Year - Effort.From.Year);
        decimal Y(int rank) => Margin + (decimal)(Height - (2 * Margin)) * (rank - best) / Math.Max(1, worst - best);
    }

    /// <summary>The line through them, as the picture's format writes it.</summary>
    public string Line() => string.Join(' ', Points().Select(p => $"{Text(p.X)},{Text(p.Y)}"));

    public static string Text(decimal value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private int RankOfFirst => Effort.Steps is [var first, ..] ? first.Before.Rank : 0;

    private static EffortView? Of(EgdiEditions editions, string country, int start, int? end) =>
        ResultBesideEffort.Of(editions.Figures, country, start, end) is { } effort
            ? new EffortView(effort, [.. editions.All.Where(e => e.Edition.Year >= effort.From.Year && e.Edition.Year <= effort.To.Year).Select(e => e.Version?.Source ?? ShippedEgdi.Source).Distinct(StringComparer.Ordinal)])
            : null;
}

/// <param name="Year">Of the edition.</param>
/// <param name="Rank">Published.</param>
/// <param name="X">Place in the picture.</param>
/// <param name="Y">Of the rank: a better one stands higher.</param>
/// <param name="Top">Of the best rank within the noise.</param>
/// <param name="Bottom">Of the worst.</param>
/// <param name="IsBreak">The method changed before this edition.</param>
public sealed record Point(string Year, int Rank, decimal X, decimal Y, decimal Top, decimal Bottom, bool IsBreak);
