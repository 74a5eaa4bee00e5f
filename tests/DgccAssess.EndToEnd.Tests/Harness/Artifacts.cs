using DgccAssess.TestCommon;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

/// <summary>What people look at afterwards: artifacts/screens, and artifacts/failures/TEST with trace and picture.</summary>
internal static class Artifacts
{
    private static readonly string Root = Path.Combine(RepositoryRoot.Find(), "artifacts");

    public static string Screen(string name) => Path.Combine(Root, "screens", name);

    public static string Failure(string test, string file) =>
        Path.Combine(Root, "failures", string.Concat(test.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '-')), file);

    public static async Task KeepAsync(IBrowserContext context, string test, int number, bool trace)
    {
        foreach (var (page, i) in context.Pages.Select((page, i) => (page, i)))
        {
            await page.ScreenshotAsync(new() { Path = Failure(test, $"{number}-{i}.png"), FullPage = true });
        }

        if (trace) await context.Tracing.StopAsync(new() { Path = Failure(test, $"{number}-trace.zip") });
    }
}
