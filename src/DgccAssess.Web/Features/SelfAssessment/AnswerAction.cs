using System.Globalization;
using DgccAssess.Core.Features.SelfAssessment;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>Which button of the indicator page was pressed; every one of them saves. Works without scripts.</summary>
public sealed record AnswerAction(string Name, int? Row)
{
    public const string Stay = "stay";
    public const string Next = "next";
    public const string Ready = "ready";
    public const string AddFact = "add-fact";

    private const string RemoveFactPrefix = "remove-fact-";

    public bool IsReady => Name is Ready;
    public bool IsNext => Name is Next or Ready;

    public static string RemoveFact(int row) => RemoveFactPrefix + row.ToString(CultureInfo.InvariantCulture);

    public static AnswerAction Of(string? then)
    {
        var row = then?.StartsWith(RemoveFactPrefix, StringComparison.Ordinal) == true
            && int.TryParse(then.AsSpan(RemoveFactPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new(then ?? Stay, row);
    }

    public AnswerInput ApplyTo(AnswerInput input) => Row is { } row ? input with { Facts = [.. input.Facts.Where((_, i) => i != row)] } : input;

    /// <summary>Rows of facts to show next, where this button changes them.</summary>
    public int? Rows(AnswerInput posted) => this switch
    {
        { Name: AddFact } => Math.Min(posted.Facts.Count + 1, AnswerCheck.FactCount),
        { Row: not null } => Math.Max(posted.Facts.Count - 1, 1),
        _ => null,
    };
}
