using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Scoring.Instruments;

namespace DgccAssess.Web.Features.SelfAssessment;

/// <summary>A domain or aspect with the answers beneath it.</summary>
/// <param name="Node">The group.</param>
/// <param name="Depth">0 for the roots of the instrument.</param>
/// <param name="All">Every answer beneath, for the counts; a filter does not change them.</param>
/// <param name="Rows">Answers directly in it that are shown.</param>
/// <param name="Groups">Groups in it that have something to show.</param>
public sealed record TaskGroup(Node Node, int Depth, IReadOnlyList<AnswerState> All, IReadOnlyList<AnswerState> Rows, IReadOnlyList<TaskGroup> Groups)
{
    public int Ready => All.Count(a => a.Status is AnswerStatus.Ready);
    public int Returned => All.Count(a => a.Status is AnswerStatus.Returned);

    /// <summary>The instrument's tree with its answers; groups without anything shown are left out.</summary>
    public static IReadOnlyList<TaskGroup> Of(AnswerList list, Func<AnswerState, bool> isShown)
    {
        var answers = list.Answers.ToDictionary(a => a.Indicator, StringComparer.Ordinal);
        return Groups(list.Document.Instrument.Nodes, 0);

        List<TaskGroup> Groups(IReadOnlyList<Node> nodes, int depth) =>
            [.. nodes.Where(n => n.Indicator is null).Select(n => Group(n, depth)).Where(g => g.Rows.Count > 0 || g.Groups.Count > 0)];

        TaskGroup Group(Node node, int depth) => new(
            node, depth,
            [.. Leaves(node).Select(leaf => answers[leaf.Code])],
            [.. node.Children.Where(c => c.Indicator is not null).Select(c => answers[c.Code]).Where(isShown)],
            Groups(node.Children, depth + 1));
    }

    private static IEnumerable<Node> Leaves(Node node) => node.Indicator is not null ? [node] : node.Children.SelectMany(Leaves);
}

/// <summary>What a partial of the task list needs beside its group.</summary>
/// <param name="Group">The group shown.</param>
/// <param name="Assessment">Whose list.</param>
/// <param name="Texts">Words of the instrument.</param>
/// <param name="ReaderId">Who looks, to mark their own.</param>
public sealed record TaskGroupView(TaskGroup Group, AssessmentRef Assessment, InstrumentTexts Texts, Guid ReaderId)
{
    public TaskGroupView In(TaskGroup group) => this with { Group = group };
}
