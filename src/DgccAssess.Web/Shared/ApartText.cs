namespace DgccAssess.Web.Shared;

public static class ApartText
{
    /// <summary>Between marks that keep a name or code from turning the text around it, where no element can stand.</summary>
    public static string Apart(this string text) => $"\u2068{text}\u2069";
}
