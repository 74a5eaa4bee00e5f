using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using DgccAssess.TestCommon;

namespace DgccAssess.Tests.Features.SignIn;

public sealed class CompressionTests(TestApps apps)
{
    [Theory]
    [InlineData("/security", true)]
    [InlineData("/security/authenticator", false)]
    public async Task Page_OverHttps_IsCompressedUnlessItShowsALastingSecret(string page, bool compressed)
    {
        var space = await apps.On(DatabaseProvider.Sqlite).CreateSpaceAsync();
        using var browser = await space.AsAsync(await space.CreatePersonAsync(Roles.Reader));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://localhost{space.Path}{page}");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var answer = await browser.Client.SendAsync(request);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(compressed ? ["gzip"] : [], answer.Content.Headers.ContentEncoding);
    }
}
