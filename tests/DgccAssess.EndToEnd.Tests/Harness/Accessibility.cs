using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>WCAG 2.2 AA as far as axe can tell; empty when nothing is wrong.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        return
        [
            .. result.Violations.Select(v => $"{new Uri(page.Url).PathAndQuery} {v.Id}: {v.Help}\n"
                + string.Join('\n', v.Nodes.Take(3).Select(n => $"    {n.Target}: {n.Html} {string.Join("; ", n.Any.Select(a => a.Message))}"))),
        ];
    }
}
