using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

internal static class Accessibility
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly AxeRunOptions InFrames = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Tags] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>WCAG 2.2 AA as far as axe can tell. The package's own run opens a further page for every look, to gather what frames found; few of our pages have one.</summary>
    private const string Look = """
        tags => axe.run(document, {
          runOnly: { type: 'tag', values: tags },
          resultTypes: ['violations'],
        }).then(result => JSON.stringify({
          frames: document.querySelectorAll('iframe, frame').length,
          violations: result.violations.map(v => ({
            id: v.id, help: v.help,
            nodes: v.nodes.slice(0, 3).map(n => `${n.target.join(' ')}: ${n.html} ${n.any.map(a => a.message).join('; ')}`),
          })),
        }))
        """;

    private static readonly string Axe = Read();
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <returns>Empty when nothing is wrong.</returns>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        var found = JsonSerializer.Deserialize<Found>(await page.EvaluateAsync<string>(Look, Tags), Web)!;
        var violations = found.Frames == 0 ? found.Violations : (await page.RunAxe(InFrames)).Violations.Select(v => new Violation(
            v.Id, v.Help, [.. v.Nodes.Take(3).Select(n => $"{n.Target}: {n.Html} {string.Join("; ", n.Any.Select(a => a.Message))}")]));
        return [.. violations.Select(v => $"{new Uri(page.Url).PathAndQuery} {v.Id}: {v.Help}\n" + string.Join('\n', v.Nodes.Select(n => "    " + n)))];
    }

    private sealed record Found(int Frames, IReadOnlyList<Violation> Violations);

    private sealed record Violation(string Id, string Help, IReadOnlyList<string> Nodes);

    /// <summary>The engine that is in the package.</summary>
    private static string Read()
    {
        using var stream = typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js") ?? throw new InvalidOperationException("The package holds no axe.min.js.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
