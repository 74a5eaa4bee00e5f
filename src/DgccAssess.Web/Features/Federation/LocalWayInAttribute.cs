using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Features.SignIn;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DgccAssess.Web.Features.Federation;

/// <summary>
/// A way in by something the space itself keeps: a password, a passkey, a link by which to choose one. Where people sign in at the identity provider alone,
/// opening it leads to the sign-in page, which says so, and posting to it is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LocalWayInAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    private const string View = "/Features/Federation/_LocalOff.cshtml";

    /// <summary>The page itself says where to sign in.</summary>
    public bool HasPageOfItsOwn { get; init; }

    /// <summary>Open to whoever comes from the provider and has a second step to go.</summary>
    public bool AllowsSecondStep { get; init; }

    public int Order => -10;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var isPost = HttpMethods.IsPost(http.Request.Method);
        if (services.GetRequiredService<SpaceContext>().Space.Settings.HasLocalSignIn || (HasPageOfItsOwn && !isPost) || (AllowsSecondStep && await IsSecondStepAsync(services)))
        {
            await next();
            return;
        }

        context.Result = isPost ? Refusal(services) : new RedirectResult(services.GetRequiredService<Links>().SignIn());
    }

    private static async Task<bool> IsSecondStepAsync(IServiceProvider services)
    {
        var pending = services.GetRequiredService<PendingSignIn>();
        return await pending.IsFromProviderAsync() && await pending.FindAsync() is not null;
    }

    private static ViewResult Refusal(IServiceProvider services) => new()
    {
        ViewName = View,
        StatusCode = StatusCodes.Status403Forbidden,
        ViewData = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()),
    };
}
