namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>A text of the space's own: privacy, contact, accessibility.</summary>
    public string About(string text) => At($"/about/{text}");

    public string Logo(string sha256) => At($"/about/logo/{sha256}");
}
