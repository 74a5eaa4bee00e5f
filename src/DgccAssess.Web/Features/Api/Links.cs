namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string ApiRound(string round) => At($"/api/v1/rounds/{round}");

    /// <summary>The contract as a page.</summary>
    public string ApiReference() => At($"/api/docs");

    /// <summary>The OpenAPI document of this space.</summary>
    public string ApiContract() => At($"/api/v1/openapi.json");
}
