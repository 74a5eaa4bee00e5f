using System.Net;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Awards.Rounds;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;
using DgccAssess.Tests.Press;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.Tests.Features.Awards.Rounds;

public sealed class WinnersSlidesTests(TestApps apps)
{
    [Theory]
    [InlineData("id", "ua1")]
    [InlineData("ar", "a2a")]
    public async Task Slides_OfASealedList_AreClosedToOthersAndHaveEveryWinner(string language, string standard)
    {
        using var scene = await (await AwardScene.OpenAsync(apps.On(DatabaseProvider.Sqlite))).DecidingAsync();
        var address = $"/award-rounds/{AwardScene.Code}/winners.pdf?language={language}&standard={standard}";
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.GetAsync(address)).Status);
        await scene.SealAsync();
        using var reader = await scene.Space.AsAsync(await scene.Space.CreatePersonAsync(Roles.Coordinator, await scene.Space.AgencyIdAsync("ministry-11")));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(address)).Status);

        var sealed_ = (await scene.Space.RunAsync(services => services.GetRequiredService<ReadSealedAward>().HandleAsync(AwardScene.Code, CancellationToken.None)))!.Award;
        var bytes = await scene.Browser.Client.GetByteArrayAsync(scene.Browser.Absolute(address));
        var slides = PdfFile.Read(bytes);

        Assert.Equal((sealed_.Categories.Count + 2, true), (slides.Pages, slides.Tagged));
        Assert.All(sealed_.Categories.SelectMany(c => c.Prizes), prize => Assert.Contains(prize.Agency.Code, slides.Letters, StringComparison.Ordinal));
        Assert.Equal(bytes, await scene.Browser.Client.GetByteArrayAsync(scene.Browser.Absolute(address)));
        Assert.Equal(0, await scene.Space.ReadAsync(db => db.IssuedPapers.CountAsync()));
    }
}
