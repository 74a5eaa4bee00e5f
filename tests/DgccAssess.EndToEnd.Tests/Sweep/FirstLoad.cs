using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>What a first visit of a page brings over the line: document, styles and scripts. Fonts swap in later and pictures are not needed to work.</summary>
internal sealed class FirstLoad
{
    private static readonly string[] Counted = ["document", "stylesheet", "script"];
    private readonly ConcurrentQueue<IResponse> responses = new();

    public FirstLoad(IPage page) => page.Response += (_, response) =>
    {
        if (Counted.Contains(response.Request.ResourceType) && response.Frame == page.MainFrame) responses.Enqueue(response);
    };

    public async Task<int> BytesAsync()
    {
        var total = 0;
        foreach (var response in responses) total += (await response.Request.SizesAsync()).ResponseBodySize;
        return total;
    }
}
