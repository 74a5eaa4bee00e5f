using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

/// <summary>What went wrong in a browser window without anybody looking: console errors, broken policy, failed requests, pages that shut people out.</summary>
internal sealed class Troubles
{
    private static readonly ConditionalWeakTable<IBrowserContext, Troubles> All = [];

    private readonly ConcurrentQueue<string> found = new();
    private readonly ConcurrentBag<string> expected = [];

    private Troubles(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            if (message.Type is "error") Note($"console: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => Note($"script: {error.Error}");
        context.Response += (_, response) =>
        {
            if (response.Status >= 500) Note($"{response.Status} {response.Url}");
        };
    }

    public IReadOnlyList<string> Found => [.. found.Where(trouble => !expected.Any(e => trouble.Contains(e, StringComparison.Ordinal)))];

    public static Troubles Of(IBrowserContext context) => All.GetValue(context, c => new Troubles(c));

    /// <summary>axe runs as a script of the page.</summary>
    public bool CanLook { get; set; } = true;

    public void Note(string trouble) => found.Enqueue(trouble);

    /// <param name="words">Part of a message this test provokes on purpose.</param>
    public void Expect(string words) => expected.Add(words);
}
