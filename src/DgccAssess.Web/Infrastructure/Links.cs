namespace DgccAssess.Web.Infrastructure;

/// <summary>Every address of the product, typed. One partial file per feature beside its pages.</summary>
public sealed partial class Links(IHttpContextAccessor accessor)
{
    private string At(FormattableString path)
    {
        var segments = path.GetArguments().Select(a => (object)Uri.EscapeDataString(Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")).ToArray();
        var relative = string.Format(System.Globalization.CultureInfo.InvariantCulture, path.Format, segments);
        return accessor.HttpContext?.Request.PathBase.Value + relative;
    }

    public string Home() => At($"/");

    public string SignIn(string? returnUrl = null) => returnUrl is null ? At($"/sign-in") : At($"/sign-in?returnUrl={returnUrl}");

    /// <summary>After something that leads to signing in, a word of JustDone.</summary>
    public string SignInAfter(string done) => At($"/sign-in?done={done}");

    public string SignOut() => At($"/sign-out");

    public string Language() => At($"/language");
}
