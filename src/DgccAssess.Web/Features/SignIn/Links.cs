namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string SecondStep(string? returnUrl = null) => returnUrl is null ? At($"/sign-in/second") : At($"/sign-in/second?returnUrl={returnUrl}");

    public string PasskeySignIn(string? returnUrl = null) => returnUrl is null ? At($"/sign-in/passkey") : At($"/sign-in/passkey?returnUrl={returnUrl}");

    public string PasskeySignInOptions() => At($"/sign-in/passkey?handler=Options");

    public string Confirm(string returnUrl) => At($"/sign-in/confirm?returnUrl={returnUrl}");

    public string Security() => At($"/security");

    public string Authenticator() => At($"/security/authenticator");

    public string AuthenticatorOff() => At($"/security/authenticator/off");

    public string RecoveryCodes() => At($"/security/recovery-codes");

    public string Passkeys() => At($"/security/passkeys");

    public string PasskeyOptions() => At($"/security/passkeys?handler=Options");

    public string Passkey(string id) => At($"/security/passkeys/{id}");

    public string RemovePasskey(string id) => At($"/security/passkeys/{id}?handler=Remove");

    public string EndSession(Guid id) => At($"/security?handler=End&id={id}");

    public string EndOtherSessions() => At($"/security?handler=EndOthers");
}
