using DgccAssess.Core.Features.Awards.Rounds;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DgccAssess.Web.Infrastructure;

/// <summary>For pages under /award-rounds/{awardRound}: finds the award round before anything is bound; 404 where there is none.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AwardRoundPageAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<FindAwardRound>().HandleAsync((string)http.Request.RouteValues["awardRound"]!, http.RequestAborted) is not { } found)
        {
            context.Result = new NotFoundResult();
            return;
        }

        http.Features.Set(found);
        await next();
    }
}

public abstract class AwardRoundPageModel : PageModel
{
    public AwardRoundRef AwardRound => HttpContext.Features.Get<AwardRoundRef>() ?? throw new InvalidOperationException("The page lacks [AwardRoundPage].");

    /// <summary>What was written changed it.</summary>
    protected async Task ReloadAsync(CancellationToken ct) =>
        HttpContext.Features.Set(await HttpContext.RequestServices.GetRequiredService<FindAwardRound>().HandleAsync(AwardRound.Code, ct));
}
