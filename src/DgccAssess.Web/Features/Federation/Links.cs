namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string ProviderSignIn(string? returnUrl = null) => returnUrl is null ? At($"/sign-in/provider") : At($"/sign-in/provider?returnUrl={returnUrl}");

    /// <param name="returnUrl">Null: a page that says it is done.</param>
    public string ProviderConfirm(string? returnUrl = null) => returnUrl is null ? At($"/sign-in/provider?confirm=true") : At($"/sign-in/provider?confirm=true&returnUrl={returnUrl}");

    public string ProviderBack() => At($"/sign-in/provider/back");
}
