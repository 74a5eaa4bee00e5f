namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    /// <summary>Figures of the UN EGDI that the government doubts.</summary>
    public string DataChecks(string? component = null, string? status = null) => At($"/data-checks") + Asked(("component", component), ("status", status));

    public string DataChecksFile(bool bom = false) => At($"/data-checks/list.csv") + (bom ? "?bom=1" : "");

    public string NewDataCheck() => At($"/data-checks/new");

    public string DataCheck(Guid check) => At($"/data-checks/{check}");
}
