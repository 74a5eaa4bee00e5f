using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using Codes = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace DgccAssess.Web.Features.Connect;

/// <summary>prompt=none of a program whose person isn't signed in: the program is told so, and nobody is led to a sign-in page.</summary>
public sealed class AnswerSilently : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<HandleAuthorizationRequestContext>()
            .UseSingletonHandler<AnswerSilently>().SetOrder(int.MinValue + 100_000).SetType(OpenIddictServerHandlerType.Custom).Build();

    public async ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        if (!context.Request.HasPromptValue(PromptValues.None)) return;
        var http = context.Transaction.GetHttpRequest()?.HttpContext ?? throw new InvalidOperationException("No request.");
        if (!(await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded) context.Reject(Codes.LoginRequired, "Nobody is signed in.");
    }
}
