using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DgccAssess.Web.Infrastructure;

/// <summary>A page is shown by its handler or not at all: without one for the method it is 405, and with a form that couldn't be read 400. The framework would go on with nothing bound.</summary>
public sealed class HandledPages : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (context.HandlerMethod is null && !isRead)
        {
            http.Response.Headers.Allow = string.Join(", ", context.ActionDescriptor.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Append(HttpMethods.Get).Distinct().Order(StringComparer.Ordinal));
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (http.Features.Get<IFormFeature>() is ReadableForms { IsUnreadable: true })
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
        else
        {
            await next();
        }
    }
}
