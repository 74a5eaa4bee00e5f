using Microsoft.Playwright;

namespace DgccAssess.EndToEnd.Tests.Harness;

/// <summary>The look at every page finds what it looks for.</summary>
public sealed class AccessibilityTests(Product product) : BrowserTest(product)
{
    protected override bool KeepsTrace => false;

    [Fact]
    public async Task Look_FindsBarriersAndNamesThem()
    {
        var page = await OpenAsync("en");
        await page.SetContentAsync("<html lang='en'><head><title>A page</title></head><body><main><h1>A page</h1><img src='data:,'><p style='color:#ccc;background:#fff'>Pale words</p></main></body></html>");

        var found = await page.BarriersAsync();

        Assert.Equal(2, found.Count);
        Assert.Contains(found, f => f.Contains(" color-contrast: ", StringComparison.Ordinal) && f.Contains("Pale words", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains(" image-alt: ", StringComparison.Ordinal));
    }
}
