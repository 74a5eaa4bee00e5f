using DgccAssess.EndToEnd.Tests.Harness;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DgccAssess.EndToEnd.Tests.Sweep;

public sealed class PageSweepTests(Product product) : PageSweep(product)
{
    public static TheoryData<string> Names => NamesOf(half: 0);

    [Fact]
    public void PageMap_HoldsEveryPage()
    {
        var routes = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).ToHashSet();
        var mapped = PageMap.Pages.Select(p => p.Route).Concat(PageMap.NotPages.Keys).Concat(PageMap.InJourneys.Keys).ToHashSet();

        Assert.Empty(routes.Except(mapped));
        Assert.Empty(mapped.Except(routes));
    }

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Names))]
    public Task Page_EveryWidthAndDirection_FitsIsOpenToAllAndLoadsFast(string name) => LookAtAsync(name);
}
