using DgccAssess.Core.Features.Connect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DgccAssess.Web.Features.Connect;

public static class ShownSecret
{
    /// <summary>The secret as the answer to the post itself: it is nowhere to be read a second time.</summary>
    public static ViewResult ShowSecret(this PageModel page, IssuedSecret issued) => new()
    {
        ViewName = "/Features/Connect/_Secret.cshtml",
        ViewData = new ViewDataDictionary<IssuedSecret>(page.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = issued },
    };
}
