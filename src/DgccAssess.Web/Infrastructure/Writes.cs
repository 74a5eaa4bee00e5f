using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DgccAssess.Web.Infrastructure;

/// <summary>Reading the page is its policy's affair; whatever it posts asks for this one too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritesAttribute(string policy) : Attribute, IAsyncAuthorizationFilter
{
    public string Policy { get; } = policy;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return;
        var judged = await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, Policy);
        if (!judged.Succeeded) context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
