using DgccAssess.Web.Features.Audit;

namespace DgccAssess.Web.Infrastructure;

public sealed partial class Links
{
    public string Audit() => At($"/audit");

    public string AuditExport() => At($"/audit/export");

    public string Audit(AuditInput input, string? after = null) => Audit() + QueryString.Create(
        input.Fields().Append(new("after", after)).Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => KeyValuePair.Create(f.Key, f.Value)));
}
