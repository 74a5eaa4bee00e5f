using DgccAssess.EndToEnd.Tests.Harness;
using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Verbs;

/// <summary>Going from page to page. Every page reached is checked for barriers.</summary>
internal static class Moving
{
    public static async Task GoAsync(this IPage page, string path)
    {
        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok, $"{response.Status} {path}");
        await page.LookAsync();
    }

    /// <summary>Clicks something that leads to another page, and waits until that is loaded.</summary>
    public static Task FollowAsync(this IPage page, ILocator link) => page.FollowAsync(() => link.ClickAsync());

    public static async Task FollowAsync(this IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Done(object? sender, IPage loadedPage) => loaded.TrySetResult();
        page.Load += Done;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Patience.Time);
        }
        finally
        {
            page.Load -= Done;
        }

        await page.LookAsync();
    }

    /// <summary>The button of the page's form that says "then", or its only primary one.</summary>
    public static ILocator Button(this IPage page, string? then = null) =>
        page.Locator(then is null ? "main form .btn-primary, main form .btn-danger" : $"main form button[name=then][value={then}]:not(.visually-hidden)");

    public static async Task PressAsync(this IPage page, string? then = null) => await page.FollowAsync(page.Button(then));

    public static Task<string> HeadingAsync(this IPage page) => page.Locator("h1").InnerTextAsync();

    public static async Task LookAsync(this IPage page)
    {
        var troubles = Troubles.Of(page.Context);
        if (!troubles.CanLook) return;
        foreach (var barrier in await page.BarriersAsync()) troubles.Note($"axe {barrier}");
    }
}
