using DgccAssess.Core.Features.Connect;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DgccAssess.Web.Features.Connect;

/// <summary>Looks at a refresh token before the provider ends everything that came of it, when it is still known to have been used.</summary>
public sealed class WatchReusedTokens(NoteReusedToken note) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
            .UseScopedHandler<WatchReusedTokens>().SetOrder(OpenIddictServerHandlers.Protection.ValidateTokenEntry.Descriptor.Order - 500).SetType(OpenIddictServerHandlerType.Custom).Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (context.Principal?.HasTokenType(TokenTypeIdentifiers.RefreshToken) == true && Guid.TryParse(context.TokenId, out var id)) await note.HandleAsync(id, context.CancellationToken);
    }
}
