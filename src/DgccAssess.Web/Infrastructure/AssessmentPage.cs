using DgccAssess.Core.Data;
using DgccAssess.Core.Features.SelfAssessment;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Infrastructure;

/// <summary>
/// For pages under /rounds/{round}/agencies/{agency}: finds the assessment before anything is bound;
/// 404 where there is none, 403 where the person may not do this with it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AssessmentPageAttribute(AssessmentAccess access) : Attribute, IAsyncResourceFilter
{
    public AssessmentAccess Access { get; } = access;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var found = await http.RequestServices.GetRequiredService<FindAssessment>().HandleAsync(
            (string)http.Request.RouteValues["round"]!, (string)http.Request.RouteValues["agency"]!, Access, http.RequestAborted);
        if (!found.Succeeded)
        {
            context.Result = new StatusCodeResult(found.Kind is ResultKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
            return;
        }

        http.Features.Set(found.Value!);
        await next();
    }
}

public abstract class AssessmentPageModel : PageModel
{
    public AssessmentRef Assessment => HttpContext.Features.Get<AssessmentRef>() ?? throw new InvalidOperationException("The page lacks [AssessmentPage].");
}
