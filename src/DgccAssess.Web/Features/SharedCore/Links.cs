namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>The space's instruments and how they are mapped to the shared core.</summary>
    public string SharedCore() => At($"/core");

    /// <param name="instrument">Its code.</param>
    public string CoreMapping(string instrument) => At($"/core/{instrument}");

    public string CoreApproval(string instrument) => At($"/core/{instrument}/approval");
}
