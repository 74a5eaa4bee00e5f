namespace DgccAssess.Web.Features.SignIn;

/// <summary>Words of second steps, passkeys, sessions and confirmations.</summary>
public sealed class SignInWords;
