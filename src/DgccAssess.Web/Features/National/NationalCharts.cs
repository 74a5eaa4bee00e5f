using System.Globalization;
using DgccAssess.Core.Features.National;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.National;

/// <summary>Charts of a national document; the tables beneath them show the same rows.</summary>
public sealed class NationalCharts(IStringLocalizer<NationalWords> words)
{
    public NationalChart Of(NationalView view, string kind) => kind switch
    {
        NationalChart.Boxes => Boxes(view),
        NationalChart.Predicates => Predicates(view),
        NationalChart.Trend => Trend(view),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>SPBE 2020 · 2022 · version 1 · n = 615.</summary>
    public string Note(NationalView view)
    {
        var note = words["Chart.Note", view.Document.Instrument.Code, view.Round, view.IsProvisional ? words["Mark.Provisional"].Value : words["Mark.Version", view.Document.Number].Value, view.Whole.Count].Value;
        return view.Document.Synthetic ? $"{note} · {words["Mark.Synthetic"].Value}" : note;
    }

    public string NameOf(NationalSummary summary) => summary.Code.Length == 0 ? words["All"] : NationalView.NameOf(summary);

    private NationalChart Boxes(NationalView view)
    {
        string[] columns = ["Lowest", "Lower", "Median", "Upper", "Highest", "Mean"];
        return Frame(view, NationalChart.Boxes, Math.Floor(view.Floor), view.Ceiling) with
        {
            Series = [.. columns.Select(c => new NationalChartSeries(c.ToLowerInvariant(), words["Column." + c]))],
            Rows = [.. view.Summaries.Select(s => Row(view, NameOf(s), s.Box.Lowest, s.Box.Lower, s.Box.Median, s.Box.Upper, s.Box.Highest, s.Mean))],
        };
    }

    private NationalChart Predicates(NationalView view) => Frame(view, NationalChart.Predicates, 0, 100) with
    {
        Series = [.. view.Whole.Predicates.Select(p => new NationalChartSeries(p.Code, view.Texts.Predicate(p.Code)))],
        Rows = [.. view.Summaries.Select(s => new NationalChartRow(NameOf(s), [.. s.Predicates.Select(p => (decimal?)p.Count)], [.. s.Predicates.Select(p => p.Count.ToString(CultureInfo.CurrentCulture))]))],
    };

    private NationalChart Trend(NationalView view)
    {
        string[] groups = [.. view.Document.Groups.Select(g => g.Code)];
        return Frame(view, NationalChart.Trend, Math.Floor(view.Floor), view.Ceiling) with
        {
            Marks = [words["Trend.Break"]],
            Series = [new("all", words["All"]), .. groups.Select(g => new NationalChartSeries(g, view.GroupName(g)))],
            Rows =
            [
                .. view.Series.Select(s => Row(view, s.Past.Round, [s.Past.Mean, .. groups.Select(g => s.Past.Groups.FirstOrDefault(p => p.Code == g)?.Mean)]) with { IsBreak = s.IsBreak }),
            ],
        };
    }

    private NationalChart Frame(NationalView view, string kind, decimal min, decimal max) => new()
    {
        Kind = kind, Min = min, Max = max, Direction = CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr", Note = Note(view), Series = [], Rows = [],
    };

    private static NationalChartRow Row(NationalView view, string name, params IReadOnlyList<NationalFigure?> figures) =>
        new(name, [.. figures.Select(f => f?.Index)], [.. figures.Select(view.Fixed)]);
}
