using DgccAssess.EndToEnd.Tests.Harness;
using DgccAssess.EndToEnd.Tests.Verbs;
using DgccAssess.TestCommon;
using DgccAssess.TestCommon.Golden;

namespace DgccAssess.EndToEnd.Tests.Sweep;

/// <summary>The picture of the result page in the README; DGCC_README_PICTURE=1 replaces it.</summary>
public sealed class PictureTests(Product product) : BrowserTest(product)
{
    private const string Variable = "DGCC_README_PICTURE";

    [Fact]
    public async Task ResultPage_Photographed_IsSmallEnoughForTheReadme()
    {
        var space = await App.CreateSpaceAsync();
        var diagnosis = await space.OpenDiagnosisAsync(AgencyToAssess.Kemenko);
        await diagnosis.PublishAllAsync(PublishedCase.Get("G01").Levels);
        var page = await OpenAsync(space, diagnosis.Respondent, adjust: options => options.ViewportSize = new() { Width = 1100, Height = 1000 });
        await page.GoAsync($"{diagnosis.Path}/result");
        await page.EvaluateAsync("() => document.querySelector('.band-environment')?.remove()");

        var picture = await page.ScreenshotAsync(new() { Path = Artifacts.Screen("readme.png") });
        Assert.InRange(picture.Length, 10 * 1024, 150 * 1024);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            await File.WriteAllBytesAsync(Path.Combine(RepositoryRoot.Find(), "src", "decisions", "result-page.png"), picture);
        }
    }
}
