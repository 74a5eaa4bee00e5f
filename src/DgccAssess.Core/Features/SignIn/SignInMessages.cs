namespace DgccAssess.Core.Features.SignIn;

public static class SignInMessages
{
    public const string AuthenticatorIsSetUp = "SignIn.AuthenticatorIsSetUp";
    public const string CodeWrong = "SignIn.CodeWrong";
    public const string ProofWrong = "SignIn.ProofWrong";
    public const string NameMissing = "SignIn.NameMissing";
    public const string NameTooLong = "SignIn.NameTooLong";
    public const string PasskeyRefused = "SignIn.PasskeyRefused";
    public const string TooManyPasskeys = "SignIn.TooManyPasskeys";
}
