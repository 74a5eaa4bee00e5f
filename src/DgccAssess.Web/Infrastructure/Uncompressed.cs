using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DgccAssess.Web.Infrastructure;

/// <summary>
/// The page shows a secret that stays the same when it is opened again: compressed beside a part of the address, its length would give it away
/// letter by letter (BREACH).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UncompressedAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.DoNotCompress;
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
