using DgccAssess.Core.Features.SignIn.Authenticator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DgccAssess.Web.Features.SignIn;

public static class ShownCodes
{
    /// <summary>The codes as the answer to the post itself: they are nowhere to be read a second time.</summary>
    public static ViewResult ShowCodes(this PageModel page, IssuedCodes codes) => new()
    {
        ViewName = "/Features/SignIn/_Codes.cshtml",
        ViewData = new ViewDataDictionary<IssuedCodes>(page.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = codes },
    };
}
