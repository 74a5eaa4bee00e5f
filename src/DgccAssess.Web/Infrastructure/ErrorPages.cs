using DgccAssess.Web.Infrastructure.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace DgccAssess.Web.Infrastructure;

/// <summary>One edge for everything that goes wrong: problem details for scripts and the API, a page for people.</summary>
public static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions 
        {
            ExceptionHandlingPath = "/errors/500", StatusCodeSelector = Status,
            // What a sender did wrong is no failure of ours: whoever sends it again and again fills no log.
            SuppressDiagnosticsCallback = failed => Status(failed.Exception) < StatusCodes.Status500InternalServerError,
        });
        return app.UseStatusCodePages(AnswerAsync);
    }

    private static int Status(Exception exception) => exception switch
    {
        AntiforgeryValidationException or BadHttpRequestException { StatusCode: 400 } => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static async Task AnswerAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        if (context.Request.IsApi())
        {
            await ApiProblems.WriteAsync(context, ApiProblem.Of(context.Response.StatusCode));
            return;
        }

        if (context.Request.WantsJson() || context.Request.IsPartial())
        {
            await Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
            return;
        }

        var original = context.Request.Path;
        var endpoint = context.GetEndpoint();
        context.Request.Path = $"/errors/{context.Response.StatusCode}";
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPath = original, OriginalPathBase = context.Request.PathBase, OriginalQueryString = context.Request.QueryString.Value, Endpoint = endpoint,
        });
        context.SetEndpoint(null);
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        context.Request.RouteValues.Clear();
        try
        {
            await status.Next(context);
        }
        finally
        {
            context.Request.Path = original;
            context.Request.Method = method;
            context.SetEndpoint(endpoint);
        }
    }
}
