using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Tests.Architecture;

public sealed class PagePolicyTests
{
    [Fact]
    public void Page_NamesItsPolicyOrIsOpenOnPurpose() => Assert.DoesNotContain(Pages(), Silent);

    [Fact]
    public void Pages_AreFound() => Assert.True(Pages().Count() > 5);

    [Fact]
    public void Rule_FailsOnASilentPage() => Assert.True(Silent(typeof(SilentModel)));

    [Fact]
    public void Rule_FailsOnAuthorizeWithoutAPolicy() => Assert.True(Silent(typeof(VagueModel)));

    private static IEnumerable<Type> Pages() =>
        typeof(DgccAssess.Web.Infrastructure.Links).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(PageModel)) && !t.IsAbstract);

    private static bool Silent(Type page) =>
        page.GetCustomAttribute<AllowAnonymousAttribute>() is null && page.GetCustomAttribute<AuthorizeAttribute>()?.Policy is null;

    private sealed class SilentModel : PageModel;

    [Authorize]
    private sealed class VagueModel : PageModel;
}
