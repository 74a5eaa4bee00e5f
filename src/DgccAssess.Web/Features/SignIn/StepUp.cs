using DgccAssess.Core.Features.SignIn.Sessions;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace DgccAssess.Web.Features.SignIn;

/// <summary>What somebody posted while the proof of who they are had grown old: shown again as hidden fields, posted on with the proof.</summary>
public sealed record KeptForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, WaysToConfirm Ways);

/// <summary>
/// The page is for who proved within the last minutes that they are who they are. Opening it leads to the confirmation and back;
/// posting it answers with the confirmation, which carries everything typed and posts it on.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StepUpAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    public const string ProofField = "StepUp.Proof";

    private const string View = "/Features/SignIn/_ConfirmKept.cshtml";

    /// <summary>After the filter that finds the assessment: what isn't there needs no confirmation.</summary>
    public int Order => 10;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var (http, ct) = (context.HttpContext, context.HttpContext.RequestAborted);
        var session = http.Features.Get<SessionState>() ?? throw new InvalidOperationException("[StepUp] stands on a page that is open to everybody.");
        if (!await http.RequestServices.GetRequiredService<SignInSessions>().IsFreshAsync(session.Id, ct))
        {
            context.Result = HttpMethods.IsPost(http.Request.Method)
                ? await ConfirmAsync(context, session, ct)
                : new RedirectResult(http.RequestServices.GetRequiredService<Links>().Confirm(Here(http.Request)));
        }

        if (context.Result is null) await next();
    }

    /// <summary>Null: the form came with a proof, and it was good.</summary>
    private static async Task<IActionResult?> ConfirmAsync(ResourceExecutingContext context, SessionState session, CancellationToken ct)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var form = await http.Request.ReadFormAsync(ct);
        if (form.ContainsKey(ProofField))
        {
            if (await LimitedAttemptsAttribute.RefusalAsync(http) is { } refusal) return refusal;
            if (await services.GetRequiredService<ConfirmIdentity>().HandleAsync(session.Id, form[ProofField], ct)) return null;
            context.ModelState.AddModelError(ProofField, services.GetRequiredService<IStringLocalizer<SignInWords>>()["Message.ProofWrong"]);
        }

        var fields = form.Where(f => f.Key is not ProofField && !f.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(f => f.Value, (f, value) => KeyValuePair.Create(f.Key, value ?? ""));
        var ways = await services.GetRequiredService<ConfirmIdentity>().WaysAsync(ct);
        return new ViewResult
        {
            ViewName = View,
            StatusCode = StatusCodes.Status403Forbidden,
            ViewData = new ViewDataDictionary<KeptForm>(services.GetRequiredService<IModelMetadataProvider>(), context.ModelState)
            {
                Model = new KeptForm(Here(http.Request), [.. fields], ways),
            },
        };
    }

    private static string Here(HttpRequest request) => request.PathBase + request.Path + request.QueryString;
}
